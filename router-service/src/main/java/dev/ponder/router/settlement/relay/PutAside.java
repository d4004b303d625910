package dev.ponder.router.settlement.relay;

import dev.ponder.contracts.deadletter.DeadLetter;
import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.contracts.work.WorkPlace;
import dev.ponder.router.settlement.decision.Decision;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Makes settlement's dead letters. Stateless. */
final class PutAside {

    private PutAside() {}

    /**
     * The letter of work that is given up, or none: its record as it lay, to its tenant. Where the record can't be had the letter has
     * only its id as key, and says where it lay; where nobody announced any work, where the outcome lies.
     */
    static List<ProducerRecord<byte[], byte[]>> work(Decided decided, Decision.Settled settled) {
        return settled.givenUp()
                .map(fault -> List.of(work(decided, settled, fault)))
                .orElseGet(List::of);
    }

    private static ProducerRecord<byte[], byte[]> work(Decided decided, Decision.Settled settled, Fault fault) {
        ConsumerRecord<byte[], byte[]> work = decided.work();
        DeadLetter letter = letter(settled.key(), fault, settled.work(), decided.record());
        return work == null
                ? to(settled.key().tenant(), utf8(settled.key().id().value()), null, new RecordHeaders(), letter)
                : to(settled.key().tenant(), work.key(), work.value(), new RecordHeaders(work.headers()), letter);
    }

    private static DeadLetter letter(
            RequestKey key, Fault fault, @Nullable WorkPlace place, ConsumerRecord<byte[], byte[]> outcome) {
        return place == null
                ? new DeadLetter(key, fault, outcome.topic(), outcome.partition(), outcome.offset())
                : new DeadLetter(key, fault, place.topic(), place.partition(), place.offset());
    }

    /** The letter of an outcome that can't be settled; nobody can tell whose it was. */
    static ProducerRecord<byte[], byte[]> outcome(ConsumerRecord<byte[], byte[]> record, Fault fault) {
        RequestKey key = new RequestKey(TenantId.DEFAULT, nameOf(record));
        DeadLetter letter = new DeadLetter(key, fault, record.topic(), record.partition(), record.offset());
        return to(TenantId.DEFAULT, record.key(), record.value(), new RecordHeaders(record.headers()), letter);
    }

    private static ProducerRecord<byte[], byte[]> to(
            TenantId owner, byte @Nullable [] key, byte @Nullable [] value, Headers headers, DeadLetter letter) {
        letter.headers().forEach((name, text) -> headers.add(name, utf8(text)));
        return new ProducerRecord<>(Topics.deadLetters(owner), null, key, value, headers);
    }

    private static RequestId nameOf(ConsumerRecord<byte[], byte[]> record) {
        String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        return RequestId.isValid(key)
                ? new RequestId(key)
                : RequestId.ofRecord(record.topic(), record.partition(), record.offset());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
