package dev.ponder.bench.overhead;

import com.google.protobuf.ByteString;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.plan.SloClass;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.triton.wire.ModelStreamInferResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * The bare relay: request → work → direct call → outcome → result. Three kinds of loops, each on a thread of its own; no
 * admission, no class, no register, no price. A process of its own, so that it pays for its threads as ours do.
 */
final class Relay {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final String WORK = Topics.work(new PoolId("main"), SloClass.INTERACTIVE);

    private final RelayClients clients;

    Relay(RelayClients clients) {
        this.clients = clients;
    }

    /** Copies requests to work; commits when the broker has them. */
    void dispatch() {
        try (KafkaConsumer<String, byte[]> requests = clients.consumer("relay-dispatch");
                KafkaProducer<String, byte[]> work = clients.producer(Map.of())) {
            requests.subscribe(List.of(Topics.REQUESTS));
            while (!Thread.currentThread().isInterrupted()) {
                ConsumerRecords<String, byte[]> batch = requests.poll(POLL);
                batch.forEach(record -> send(work, WORK, idOf(record), record.value()));
                if (!batch.isEmpty()) {
                    work.flush();
                    requests.commitSync();
                }
            }
        }
    }

    /** Takes one piece of work at a time, calls the shard, publishes chunks as they come and the answer at the end. */
    void think() {
        try (KafkaShareConsumer<String, byte[]> work = clients.shareConsumer("relay-work");
                KafkaProducer<String, byte[]> out = clients.producer(Map.of())) {
            work.subscribe(List.of(WORK));
            while (!Thread.currentThread().isInterrupted()) {
                for (ConsumerRecord<String, byte[]> record : work.poll(POLL)) {
                    ByteString last = call(record, out);
                    send(out, Topics.OUTCOMES, record.key(), last.toByteArray());
                    out.flush();
                    work.acknowledge(record, AcknowledgeType.ACCEPT);
                    work.commitSync();
                }
            }
        }
    }

    private ByteString call(ConsumerRecord<String, byte[]> record, KafkaProducer<String, byte[]> out) {
        DirectCall call = DirectCall.start(clients.shard(), record.key(), Prompts.textOf(record.value()));
        ByteString last = ByteString.EMPTY;
        for (ModelStreamInferResponse message : call) {
            ByteString text = DirectCall.textOf(message);
            if (!text.isEmpty()) {
                last = text;
                send(out, Topics.chunks(TenantId.DEFAULT), record.key(), text.toByteArray());
            }
        }
        return last;
    }

    /** Publishes outcomes as results, a transaction a batch, or without where at least once is enough. */
    void settle(boolean exactlyOnce) {
        Map<String, Object> transactional = exactlyOnce ? Map.of("transactional.id", "relay") : Map.of();
        try (KafkaConsumer<String, byte[]> outcomes = clients.consumer("relay-settle");
                KafkaProducer<String, byte[]> results = clients.producer(transactional)) {
            if (exactlyOnce) {
                results.initTransactions();
            }
            outcomes.subscribe(List.of(Topics.OUTCOMES));
            while (!Thread.currentThread().isInterrupted()) {
                ConsumerRecords<String, byte[]> batch = outcomes.poll(POLL);
                if (!batch.isEmpty()) {
                    publish(batch, outcomes, results, exactlyOnce);
                }
            }
        }
    }

    private static void publish(
            ConsumerRecords<String, byte[]> batch,
            KafkaConsumer<String, byte[]> outcomes,
            KafkaProducer<String, byte[]> results,
            boolean exactlyOnce) {
        if (exactlyOnce) {
            results.beginTransaction();
        }
        for (ConsumerRecord<String, byte[]> outcome : batch) {
            send(results, Topics.results(TenantId.DEFAULT), outcome.key(), outcome.value());
        }
        if (exactlyOnce) {
            results.sendOffsetsToTransaction(nextOffsets(batch), outcomes.groupMetadata());
            results.commitTransaction();
        } else {
            results.flush();
            outcomes.commitSync();
        }
    }

    private static Map<TopicPartition, OffsetAndMetadata> nextOffsets(ConsumerRecords<String, byte[]> batch) {
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
        batch.forEach(record -> next.put(
                new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset() + 1)));
        return next;
    }

    /** Sends without waiting; a relay that lost a record would be no baseline, so a failed send ends the process. */
    private static void send(KafkaProducer<String, byte[]> producer, String topic, String key, byte[] value) {
        Future<RecordMetadata> _ = producer.send(new ProducerRecord<>(topic, key, value), (_, failure) -> {
            if (failure != null) {
                Runtime.getRuntime().halt(1);
            }
        });
    }

    private static String idOf(ConsumerRecord<String, byte[]> record) {
        return Prompts.idOf(record.value());
    }
}
