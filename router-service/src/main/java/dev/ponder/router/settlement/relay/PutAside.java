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

/** Makes settlement's dead letters. The settlement thread alone. */
final class PutAside {

    private final Outlets outlets;

    PutAside(Outlets outlets) {
        this.outlets = outlets;
    }

    /** The letter of a result whose topic takes none: the record as it would have been published, so that it can be later. */
    ProducerRecord<byte[], byte[]> result(
            Decided decided, RequestKey key, Fault why, ProducerRecord<byte[], byte[]> result) {
        DeadLetter letter = letter(key, why, null, decided.record());
        return to(outlets.deadLetters(key.tenant()), result.key(), result.value(), result.headers(), letter);
    }

    /**
     * The letter of work that is given up, or none: its record as it lay, to its tenant. Where the record can't be had the letter has
     * only its id as key, and says where it lay; where nobody announced any work, where the outcome lies.
     */
    List<ProducerRecord<byte[], byte[]>> work(Decided decided, Decision.Settled settled) {
        return settled.givenUp()
                .map(fault -> List.of(work(decided, settled, fault)))
                .orElseGet(List::of);
    }

    private ProducerRecord<byte[], byte[]> work(Decided decided, Decision.Settled settled, Fault fault) {
        String topic = outlets.deadLetters(settled.key().tenant());
        ConsumerRecord<byte[], byte[]> work = decided.work();
        DeadLetter letter = letter(settled.key(), fault, settled.work(), decided.record());
        return work == null
                ? to(topic, utf8(settled.key().id().value()), null, new RecordHeaders(), letter)
                : to(topic, work.key(), work.value(), new RecordHeaders(work.headers()), letter);
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
        return to(
                Topics.deadLetters(TenantId.DEFAULT),
                record.key(),
                record.value(),
                new RecordHeaders(record.headers()),
                letter);
    }

    private static ProducerRecord<byte[], byte[]> to(
            String topic, byte @Nullable [] key, byte @Nullable [] value, Headers headers, DeadLetter letter) {
        letter.headers().forEach((name, text) -> headers.add(name, utf8(text)));
        return new ProducerRecord<>(topic, null, key, value, headers);
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
