package dev.ponder.simulation.check;

import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.json.UnreadableException;
import dev.ponder.contracts.outcome.Asked;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.router.settlement.register.RegisterEntry;
import dev.ponder.simulation.broker.BrokerWatch;
import dev.ponder.simulation.broker.ShareWatch;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Watches from outside, by what lies in Kafka and with books of its own, whether what must hold does. The numbers are those of the
 * reliability matrix: no accepted request is lost (I1), none has two results (I2), each is billed what one thought of it cost (I4) and
 * answered with what belongs to it and its tenant (I5), in time (I6); nothing counts as done that is not (I7); nothing piles up (I9).
 * No order is promised (I3), and nothing scales here (I8).
 */
public final class Invariants implements BrokerWatch, ShareWatch {

    private final Ticker clock;
    private final Journal journal;
    private final Map<RequestKey, Request> requests = new LinkedHashMap<>();
    private final Violations violations;
    private final Results results;
    private final Handing handing;
    private final Resumption resumption;
    private long steps;

    /**
     * Watches one run.
     *
     * @param healed from when on everything is well again
     * @param mayDouble whether a result may come twice, if both are the same
     */
    public Invariants(Ticker clock, Journal journal, Duration healed, boolean mayDouble) {
        this.clock = clock;
        this.journal = journal;
        this.violations = new Violations(clock, journal);
        this.results = new Results(requests, violations, journal, healed, mayDouble);
        this.handing = new Handing(clock, requests, violations, journal);
        this.resumption = new Resumption(clock, requests, violations, journal);
    }

    /** Kafka took a request; asking again under the same id changes nothing. */
    public void asked(ConsumerRecord<byte[], byte[]> record, RequestKey key, String question, Duration due) {
        journal.note(requests.containsKey(key) ? Happening.ASKED_AGAIN : Happening.ASKED, key.toString());
        requests.putIfAbsent(key, new Request(question, due));
        handing.asked(record, key);
    }

    /** Kafka took an order to cancel a request. */
    public void cancelled(RequestKey key) {
        journal.note(Happening.CANCEL_ORDERED, key.toString());
        Request request = requests.get(key);
        Duration now = Duration.ofNanos(clock.nanos());
        if (request != null && request.due.compareTo(now) > 0) {
            request.due = now;
        }
    }

    /** A thought has come to its end. */
    public void thought(RequestKey key, int attempt, int tokens) {
        results.thought(key, attempt, tokens);
    }

    /** A thought begins. */
    public void thinks(Asked asked, int delivery) {
        resumption.thinks(asked, delivery);
    }

    /** A thought goes on from a beginning. */
    public void resumed(RequestKey key, String ownerOfBeginning, int tokens) {
        resumption.resumed(key, ownerOfBeginning, tokens);
    }

    /** Somebody looks for an outcome. */
    public void looked() {
        resumption.looked();
    }

    /** Somebody looked for an outcome, and the broker did not answer. */
    public void lookedInVain() {
        resumption.lookedInVain();
    }

    /** An outcome was written by who had written progress before. */
    public void concludedWithProgress(RequestKey key, int attempt) {
        resumption.concluded(key, attempt);
    }

    /** Somebody else deletes work records. */
    public void workDeletedByOthers(long before) {
        handing.deletedByOthers(before);
    }

    @Override
    public void appended(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(Topics.OUTCOMES)) {
            handing.told(record);
        } else if (record.topic().startsWith(Topics.WORK)) {
            handing.dispatched(record);
        } else if (record.topic().equals(Topics.PROGRESS)) {
            resumption.kept(record);
        } else if (record.topic().equals(Topics.REGISTER)) {
            handing.registered(record);
        } else if (record.topic().startsWith(Topics.results(TenantId.DEFAULT))) {
            results.published(record, handing.everDeleted());
        } else if (record.topic().startsWith(Topics.deadLetters(TenantId.DEFAULT))) {
            journal.note(Happening.PUT_ASIDE, record.topic());
        }
    }

    @Override
    public void progressed(String group, String topic, int partition, long offset) {
        handing.progressed(topic, partition, offset);
    }

    @Override
    public void cut(String topic, long before) {
        handing.cut(before);
    }

    @Override
    public void accepted(ConsumerRecord<byte[], byte[]> record) {
        handing.accepted(record);
    }

    @Override
    public void lapsed(ConsumerRecord<byte[], byte[]> record) {
        journal.note(Happening.LAPSED, "work " + record.offset());
    }

    @Override
    public void archived(ConsumerRecord<byte[], byte[]> record) {
        journal.note(Happening.ARCHIVED, "work " + record.offset());
    }

    /** Looks at what can be seen at any moment. */
    public void check() {
        steps++;
        results.check(Duration.ofNanos(clock.nanos()));
    }

    /** Looks at what must hold when all is over. */
    public void checkEnd(long workLeft) {
        results.checkEnd();
        resumption.checkEnd();
        if (workLeft > 0) {
            violations.add("I9 stuck", workLeft + " work records were never done with");
        }
    }

    /** How many accepted requests wait. */
    public int waiting() {
        return results.waiting();
    }

    /** How many there are. */
    public int accepted() {
        return requests.size();
    }

    /** How often all was looked at. */
    public long steps() {
        return steps;
    }

    /** What was broken, in order. */
    public List<Violation> violations() {
        return violations.all();
    }

    static RegisterEntry entryOf(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Json.read(record.value(), RegisterEntry.class);
        } catch (UnreadableException defect) {
            throw new IllegalStateException("settlement wrote what nobody can read", defect);
        }
    }
}
