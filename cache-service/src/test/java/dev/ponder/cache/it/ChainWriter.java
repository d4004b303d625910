package dev.ponder.cache.it;

import dev.ponder.cache.Chains;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.question.QuestionKey;
import dev.ponder.contracts.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes chains as settlement does: in transactions. */
final class ChainWriter implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;

    ChainWriter(String bootstrap) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "transactional.id", "chain-writer"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    void learn(TenantId tenant, QuestionKey key, String answer) {
        commit(key.value(), Chains.json(tenant, key, answer));
    }

    void forget(QuestionKey key) {
        commit(key.value(), null);
    }

    void commit(String key, @Nullable String value) {
        producer.beginTransaction();
        send(key, value);
        producer.commitTransaction();
    }

    /** Leaves behind the last record what no reader sees: an aborted record and its marker. */
    void abort(TenantId tenant, QuestionKey key, String answer) {
        producer.beginTransaction();
        send(key.value(), Chains.json(tenant, key, answer));
        producer.flush();
        producer.abortTransaction();
    }

    private void send(String key, @Nullable String value) {
        var _ = producer.send(new ProducerRecord<>(Topics.CHAINS, bytes(key), value == null ? null : bytes(value)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
    }
}
