package dev.ponder.router.settlement.relay;

import dev.ponder.contracts.chain.LearnedChain;
import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.progress.Progress;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.router.settlement.decision.Decision;
import dev.ponder.router.settlement.decision.OpenWork;
import dev.ponder.router.settlement.register.RegisterEntry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Makes the records that decisions lead to. Stateless. */
final class OutgoingRecords {

    private final ResultHeaders headers;
    private final PutAside aside;

    OutgoingRecords(ResultHeaders headers, Outlets outlets) {
        this.headers = headers;
        this.aside = new PutAside(outlets);
    }

    /** What users, the cache and operators get: result, lesson, dead letter, or nothing; and what reasoners need no more. */
    List<ProducerRecord<byte[], byte[]>> published(Decided decided) {
        return switch (decided.decision()) {
            case Decision.Settled settled ->
                with(with(settled(decided, settled), aside.work(decided, settled)), cleared(decided, settled.key()));
            case Decision.Duplicate(RequestKey key) -> cleared(decided, key);
            case Decision.Fenced _, Decision.Noted _, Decision.Withdrawn _, Decision.Overtaken _ -> List.of();
            case Decision.Refused(Fault fault) -> List.of(PutAside.outcome(decided.record(), fault));
        };
    }

    /** Deletes the progress of a request that is settled, where its outcome says that there may be some. */
    private static List<ProducerRecord<byte[], byte[]>> cleared(Decided decided, RequestKey key) {
        boolean left = decided.record().headers().lastHeader(Progress.SIGN) != null;
        return left ? List.of(new ProducerRecord<>(Topics.PROGRESS, utf8(key.digest()), null)) : List.of();
    }

    private static List<ProducerRecord<byte[], byte[]>> with(
            List<ProducerRecord<byte[], byte[]>> some, List<ProducerRecord<byte[], byte[]>> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** What settlement itself will read again: in the register's partition of the outcome's number. */
    Stream<ProducerRecord<byte[], byte[]>> remembered(Decided decided) {
        return switch (decided.decision()) {
            case Decision.Settled settled ->
                Stream.of(registered(
                        decided,
                        settled.digest(),
                        RegisterEntry.settled(
                                settled.at(), settled.outcome().asked().attempt()),
                        settled.at()));
            case Decision.Noted(RequestKey _, String digest, OpenWork work) ->
                Stream.of(registered(decided, digest, RegisterEntry.open(work), work.notedAt()));
            case Decision.Withdrawn(RequestKey _, String digest, Instant at) ->
                Stream.of(registered(decided, digest, RegisterEntry.withdrawn(at), at));
            case Decision.Duplicate _, Decision.Fenced _, Decision.Overtaken _, Decision.Refused _ -> Stream.empty();
        };
    }

    private List<ProducerRecord<byte[], byte[]>> settled(Decided decided, Decision.Settled settled) {
        RequestKey key = settled.key();
        ProducerRecord<byte[], byte[]> result = new ProducerRecord<>(
                Topics.results(key.tenant()),
                null,
                utf8(key.id().value()),
                settled.result().bytes(),
                headers.of(decided, settled));
        Fault why = decided.unpublished();
        ProducerRecord<byte[], byte[]> first = why == null ? result : aside.result(decided, settled.key(), why, result);
        LearnedChain learned = settled.learned();
        return learned == null ? List.of(first) : List.of(first, lesson(decided, learned));
    }

    private ProducerRecord<byte[], byte[]> lesson(Decided decided, LearnedChain learned) {
        return new ProducerRecord<>(
                Topics.CHAINS, null, utf8(learned.questionKey()), Json.write(learned), headers.traced(decided));
    }

    private static ProducerRecord<byte[], byte[]> registered(
            Decided decided, String digest, RegisterEntry entry, Instant at) {
        return new ProducerRecord<>(
                Topics.REGISTER, decided.record().partition(), at.toEpochMilli(), utf8(digest), Json.write(entry));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
