package dev.ponder.local.ask;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.contracts.chunk.Chunk;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.local.broker.LocalBroker;
import dev.ponder.local.broker.TopicProvisioner;
import dev.ponder.local.connect.Cluster;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** What stands behind the topics of one tenant, on a real broker: tells one request what the test has it tell. Owns one thread. */
final class TellingPlatform implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TenantId tenant;
    private final Consumer<byte[], byte[]> requests;
    private final Producer<byte[], byte[]> producer;
    private final CompletableFuture<String> asked = new CompletableFuture<>();

    /** What a request is told, and when. */
    interface Tale {
        void tell(RequestId id, TellingPlatform platform) throws InterruptedException;
    }

    private TellingPlatform(TenantId tenant, Consumer<byte[], byte[]> requests, Producer<byte[], byte[]> producer) {
        this.tenant = tenant;
        this.requests = requests;
        this.producer = producer;
    }

    /** Lays the tenant's topics and tells its next request a tale. */
    static TellingPlatform open(TenantId tenant, Tale tale) throws InterruptedException {
        String bootstrap = LocalBroker.shared();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            new TopicProvisioner(admin)
                    .ensureTopics(new TopicPlan(List.of(tenant), List.of(new PoolId("main")), 1).specs());
        }
        Cluster cluster = Cluster.at(bootstrap);
        TellingPlatform platform = new TellingPlatform(tenant, cluster.reader(), cluster.writer());
        var partitions = platform.requests.partitionsFor(Topics.requests(tenant)).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        platform.requests.assign(partitions);
        platform.requests.seekToBeginning(partitions);
        Thread.ofPlatform().name("platform").start(() -> platform.run(tale));
        return platform;
    }

    private void run(Tale tale) {
        try {
            ConsumerRecords<byte[], byte[]> read = requests.poll(PATIENCE);
            ConsumerRecord<byte[], byte[]> first = read.iterator().next();
            RequestId id =
                    new RequestId(new String(first.headers().lastHeader("ce_id").value(), UTF_8));
            tale.tell(id, this);
            producer.flush();
            asked.complete(new String(first.value(), UTF_8));
        } catch (Throwable failure) {
            asked.completeExceptionally(failure); // For close(), in the test's thread.
        }
    }

    void think(RequestId id, int seq, String text) {
        send(
                Topics.chunks(tenant),
                new Chunk(Chunk.VERSION, tenant, id, 1, 1, 0, seq, Chunk.Kind.REASONING, text, 3, Map.of()));
    }

    void settle(ObjectNode result) {
        send(Topics.results(tenant), result);
    }

    private void send(String topic, Object value) {
        var _ = producer.send(new ProducerRecord<>(topic, Json.write(value)));
        producer.flush();
    }

    /** The value of the request; fails if there was none, or if its tale did not come to its end. */
    String asked() throws InterruptedException, ExecutionException, TimeoutException {
        return asked.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        asked.handle((_, _) -> true).join();
        requests.close();
        producer.close();
    }
}
