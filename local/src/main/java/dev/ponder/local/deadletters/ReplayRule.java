package dev.ponder.local.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ponder.contracts.deadletter.DeadLetter;
import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Which letters may be asked again, and as what: a request goes back onto its tenant's request topic as its sender sent it, and
 * nothing goes anywhere else. Pure.
 */
final class ReplayRule {

    /** Settlement's memory as it comes ({@code router.settlement.remember}). */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private ReplayRule() {}

    /** Judges one letter as it is now. */
    static Replay judge(Letter letter, Instant now) {
        Optional<String> omitted =
                letter.text(DeadLetter.OMITTED_BYTES).or(() -> letter.text(DeadLetter.OMITTED_HEADER_BYTES));
        if (omitted.isPresent()) {
            return refused(
                    letter,
                    omitted.orElseThrow() + " bytes of it were left out for their size; the whole record lies at "
                            + letter.origin().orElse("an unknown place") + " for as long as that topic keeps it");
        }
        Optional<String> topic = letter.text(DeadLetter.TOPIC);
        return topic.map(named -> toTopic(letter, named, now))
                .orElseGet(() ->
                        refused(letter, "it has no header " + DeadLetter.TOPIC + ", so nobody knows whose it was"));
    }

    private static Replay toTopic(Letter letter, String topic, Instant now) {
        Optional<TenantId> tenant = Topics.tenantOfRequests(topic);
        if (tenant.isEmpty()) {
            return refused(
                    letter,
                    "it lay on " + topic
                            + ", which is no request topic. Work and outcomes belong to one attempt of a request that"
                            + " settlement watches; written again they would go past admission and price. Have the request"
                            + " asked again instead");
        }
        Optional<TenantId> owner = Topics.tenantOfDeadLetters(letter.place().topic());
        if (!owner.equals(tenant) && !isOfNobody(letter, owner)) {
            return refused(letter, "it names the request topic of another tenant, " + topic);
        }
        return new Replay.Ready(
                letter.place(), topic, letter.key(), letter.value(), headers(letter), remark(letter, now));
    }

    /** The letters of tenants that were not set up lie with the default tenant's. */
    private static boolean isOfNobody(Letter letter, Optional<TenantId> owner) {
        return owner.equals(Optional.of(TenantId.DEFAULT))
                && letter.code().equals(Optional.of(FaultCode.UNKNOWN_TENANT.wire()));
    }

    private static List<Header> headers(Letter letter) {
        List<Header> headers = new ArrayList<>(letter.headers());
        headers.removeIf(
                header -> DeadLetter.isOwn(header.key()) || header.key().equals(DeadLetter.REPLAYED_FROM));
        headers.add(new RecordHeader(
                DeadLetter.REPLAYED_FROM, letter.place().toString().getBytes(UTF_8)));
        return headers;
    }

    /** An id of the sender's own was answered with the error already; one that is its place changes with the place. */
    private static Optional<String> remark(Letter letter, Instant now) {
        Optional<String> own =
                letter.text(DeadLetter.REQUEST_ID).filter(id -> !Optional.of(id).equals(letter.origin()));
        boolean remembered = letter.at().plus(REMEMBERED).isAfter(now);
        return own.filter(_ -> remembered)
                .map(id -> "request " + id + " was answered with its error at " + letter.at()
                        + ": until settlement forgets that (1 h by default) the replay gives no second result");
    }

    private static Replay refused(Letter letter, String why) {
        return new Replay.Refused(letter.place(), why);
    }
}
