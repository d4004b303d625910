package dev.ponder.bench.stack;

import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.plan.Classification;
import dev.ponder.contracts.plan.ComputePath;
import dev.ponder.contracts.plan.Plan;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.plan.SloClass;
import dev.ponder.contracts.request.CachePolicy;
import dev.ponder.contracts.request.ChatMessage;
import dev.ponder.contracts.request.PonderOptions;
import dev.ponder.contracts.request.Sampling;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.contracts.work.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts tasks straight onto the work topic, so that waiting is measured without the router's share. */
public final class TaskSender implements AutoCloseable {

    private static final PoolId POOL = new PoolId("main");
    private static final int MOST_TOKENS = 32_000;
    private static final Classification NONE = new Classification("math", 0, 0, "number", true, "bench");

    private final KafkaProducer<String, byte[]> producer;

    /** Connects. */
    public TaskSender(String bootstrap) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all", "linger.ms", "0"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Sends a task whose answer will have so many tokens. */
    public void send(String id, int tokens) {
        send(id, "tokens=" + tokens, false, Plan.oneChain(POOL, SloClass.INTERACTIVE, tokens + 10));
    }

    /** Sends a streamed task of so many chains at once, each of which says so often when it said so. */
    public void sendStamped(String id, int chains, int stamps) {
        int promised = chains * (stamps + 10);
        Plan plan = new Plan(ComputePath.WAVES, POOL, SloClass.INTERACTIVE, promised, chains, chains);
        send(id, "stamps=" + stamps, true, plan);
    }

    private void send(String id, String prompt, boolean stream, Plan plan) {
        Instant now = Instant.now();
        Task task = new Task(
                Task.VERSION,
                TenantId.DEFAULT,
                new RequestId(id),
                1,
                "default",
                List.of(new ChatMessage("user", prompt)),
                new Sampling(MOST_TOKENS, 1, 1, null, List.of()),
                stream,
                new PonderOptions(true, 10, SloClass.INTERACTIVE, null, CachePolicy.BYPASS, false),
                plan,
                NONE,
                now,
                now.plus(Duration.ofHours(1)),
                "bench",
                Json.mapper().createObjectNode(),
                Map.of());
        String topic = Topics.work(POOL, SloClass.INTERACTIVE);
        Future<RecordMetadata> _ = producer.send(new ProducerRecord<>(topic, id, Json.write(task)));
    }

    @Override
    public void close() {
        producer.close();
    }
}
