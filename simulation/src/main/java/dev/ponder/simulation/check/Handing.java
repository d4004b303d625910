package dev.ponder.simulation.check;

import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.json.UnreadableException;
import dev.ponder.contracts.outcome.Cancelled;
import dev.ponder.contracts.outcome.Dispatched;
import dev.ponder.contracts.outcome.Held;
import dev.ponder.contracts.outcome.Notice;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.work.Task;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.router.settlement.register.RegisterEntry;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Whether each part lets go of what it holds only when the next one has it. */
final class Handing {

    private final Ticker clock;
    private final Map<RequestKey, Request> requests;
    private final Violations violations;
    private final Journal journal;
    /** Who was asked about where, by topic, partition and offset. */
    private final Map<String, RequestKey> askedAt = new HashMap<>();

    private final Map<String, Request> byDigest = new HashMap<>();
    private final Map<String, Long> checkedTo = new HashMap<>();
    private long deletedBelow;

    Handing(Ticker clock, Map<RequestKey, Request> requests, Violations violations, Journal journal) {
        this.clock = clock;
        this.requests = requests;
        this.violations = violations;
        this.journal = journal;
    }

    void asked(ConsumerRecord<byte[], byte[]> record, RequestKey key) {
        askedAt.put(place(record.topic(), record.partition(), record.offset()), key);
        Request request = requests.get(key);
        if (request != null) {
            byDigest.put(key.digest(), request);
        }
    }

    /** Before anybody is told of it, and again where its router died before it told. */
    void dispatched(ConsumerRecord<byte[], byte[]> record) {
        Task task = read(record.value(), Task.class);
        Request request = requests.get(task.key());
        if (request != null) {
            request.places.computeIfAbsent(task.attempt(), _ -> new HashSet<>()).add(record.offset());
        }
    }

    void told(ConsumerRecord<byte[], byte[]> record) {
        Notice notice = read(record.value(), Notice.class);
        Request request = requests.get(notice.key());
        if (request == null) {
            violations.add("I5 foreign", notice.key() + " is spoken of, and nobody asked it");
            return;
        }
        switch (notice) {
            case Dispatched dispatched -> {
                request.told = true;
                int attempt = dispatched.asked().attempt();
                journal.note(
                        attempt > 1 ? Happening.DISPATCHED_AGAIN : Happening.DISPATCHED,
                        notice.key() + " attempt " + attempt + " at "
                                + dispatched.place().offset());
            }
            case Held held -> {
                request.held.add(held.attempt());
                journal.note(Happening.HELD, notice.key() + " attempt " + held.attempt() + " until " + held.until());
            }
            case Outcome outcome -> {
                request.told = true;
                request.concluded.add(outcome.asked().attempt());
                request.outcomes.putIfAbsent(Request.dispatch(outcome.asked()), clock.nanos());
                journal.note(
                        Happening.CONCLUDED,
                        notice.key() + " attempt " + outcome.asked().attempt());
            }
            case Cancelled _ -> journal.note(Happening.CANCELLED, notice.key().toString());
        }
    }

    void registered(ConsumerRecord<byte[], byte[]> record) {
        Request request = byDigest.get(new String(record.key(), StandardCharsets.UTF_8));
        if (request == null) {
            return;
        }
        switch (Invariants.entryOf(record)) {
            case RegisterEntry.Open open -> {
                request.attempt = Math.max(request.attempt, open.work().attempt());
                request.needed = request.settled ? null : open.work().place().offset();
                journal.note(
                        Happening.NOTED,
                        open.work().asked().key() + " attempt " + open.work().attempt());
            }
            case RegisterEntry.Settled _ -> request.needed = null;
            case RegisterEntry.Withdrawn _ -> {}
        }
    }

    /** What a router says that it has read must be on its way. */
    void progressed(String topic, int partition, long offset) {
        String log = topic + "-" + partition;
        for (long at = checkedTo.getOrDefault(log, 0L); at < offset; at++) {
            RequestKey key = askedAt.get(place(topic, partition, at));
            Request request = key == null ? null : requests.get(key);
            if (request != null && !request.told) {
                violations.add("I7 read too soon", key + " counts as read and nobody was told of it");
            }
        }
        checkedTo.merge(log, offset, Math::max);
    }

    /** A record that counts as done must have an outcome, or a lease that settlement watches. */
    void accepted(ConsumerRecord<byte[], byte[]> record) {
        Task task = read(record.value(), Task.class);
        journal.note(Happening.ACCEPTED, "work " + record.offset() + " of " + task.key());
        Request request = requests.get(task.key());
        if (request == null || !(request.concluded.contains(task.attempt()) || request.held.contains(task.attempt()))) {
            violations.add("I7 done too soon", task.key() + " attempt " + task.attempt() + " counts as done");
        }
    }

    void cut(long before) {
        journal.note(before <= deletedBelow ? Happening.DELETED : Happening.TRIMMED, "work below " + before);
        requests.forEach((key, request) -> {
            Long needed = request.needed;
            if (needed != null && needed < before && needed >= deletedBelow) {
                violations.add("cut", "the record of " + key + " at " + needed + " was deleted below " + before);
            }
        });
    }

    void deletedByOthers(long before) {
        deletedBelow = Math.max(deletedBelow, before);
    }

    boolean everDeleted() {
        return deletedBelow > 0;
    }

    private static String place(String topic, int partition, long offset) {
        return topic + "-" + partition + "@" + offset;
    }

    private static <T> T read(byte[] value, Class<T> kind) {
        try {
            return Json.read(value, kind);
        } catch (UnreadableException defect) {
            throw new IllegalStateException("somebody wrote what nobody can read", defect);
        }
    }
}
