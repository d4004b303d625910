package dev.ponder.reasoner.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.contracts.chunk.Chunk;
import dev.ponder.contracts.deadletter.DeadLetter;
import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.json.UnreadableException;
import dev.ponder.contracts.outcome.Cancelled;
import dev.ponder.contracts.outcome.Held;
import dev.ponder.contracts.outcome.Notice;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.outcome.Provenance;
import dev.ponder.contracts.outcome.Usage;
import dev.ponder.contracts.request.CachePolicy;
import dev.ponder.contracts.telemetry.Meters;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.contracts.work.Task;
import dev.ponder.reasoner.path.Shard;
import dev.ponder.reasoner.path.Tasks;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The service as Quarkus puts it together, on a real broker and simulated shards. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReasonerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    MeterRegistry meters;

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @TestHTTPResource("/q/health/ready")
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    URI ready;

    @Shards
    @SuppressWarnings("NullAway.Init") // injected by StackResource
    List<Shard> shards;

    @AfterEach
    void soundShards() {
        shards.forEach(shard -> shard.faults(""));
    }

    @Test
    @Order(1)
    void answersInChunksAndOneOutcome() throws Exception {
        kafka().work(task("whole"));

        Outcome.Answered answered = answered("whole");

        assertThat(answered.chain().canonicalAnswer()).isEqualTo("0.875");
        List<ConsumerRecord<String, byte[]>> records = kafka().read(Topics.chunks(TenantId.DEFAULT), "whole");
        List<Chunk> chunks = chunks(records);
        assertThat(chunks)
                .extracting(Chunk::seq)
                .isEqualTo(IntStream.range(0, chunks.size()).boxed().toList());
        assertThat(chunks.getLast().kind()).isEqualTo(Chunk.Kind.END);
        assertThat(chunks.stream()
                        .filter(chunk -> chunk.kind() == Chunk.Kind.ANSWER)
                        .map(Chunk::text)
                        .collect(Collectors.joining()))
                .isEqualTo(answered.chain().answer());
        assertThat(records)
                .allSatisfy(record -> assertThat(header(record, "traceparent")).contains(Kafka.TRACE));
        assertThat(meters.get(Meters.QUEUE_WAIT).timers().stream()
                        .mapToLong(Timer::count)
                        .sum())
                .isPositive();
    }

    @Test
    @Order(2)
    void putsAsideWhatItCannotReadAndGoesOn() throws Exception {
        byte[] junk = "{no task".getBytes(StandardCharsets.UTF_8);
        kafka().work("junk", junk);
        kafka().work(task("after-junk"));

        assertThat(answered("after-junk").chain().canonicalAnswer()).isEqualTo("0.875");
        List<ConsumerRecord<String, byte[]>> letters = new ArrayList<>();
        await().atMost(PATIENCE).untilAsserted(() -> {
            letters.addAll(kafka().read(Topics.deadLetters(TenantId.DEFAULT), "junk"));
            assertThat(letters).isNotEmpty();
        });
        assertThat(letters.getFirst().value()).isEqualTo(junk);
        assertThat(header(letters.getFirst(), DeadLetter.CODE)).isEqualTo("unreadable_work");
    }

    @Test
    @Order(3)
    void leasesWorkThatLastsUntilItsOutcome() throws Exception {
        shards.forEach(shard -> shard.faults("slow=40"));
        kafka().work(task("long"));

        assertThat(answered("long").chain().canonicalAnswer()).isEqualTo("0.875");

        List<Held> leases = kafka().told("long", Held.class);
        assertThat(leases)
                .isNotEmpty()
                .allSatisfy(held -> assertThat(held.attempt()).isEqualTo(1));
        assertThat(kafka().told("long", Notice.class).getLast()).isInstanceOf(Outcome.Answered.class);
        assertThat(meters.get(Meters.HANDED_OFF).functionCounter().count()).isEqualTo(1);
    }

    @Test
    @Order(4)
    void stopsWhatIsCancelledWhileItRunsAndNeverBeginsWhatWasCancelledBefore() throws Exception {
        shards.forEach(shard -> shard.faults("slow=400"));
        kafka().work(task("stopped"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(running()).isEqualTo(1));

        kafka().order("{\"cancel\":\"not-begun\"}", "no order", "{\"cancel\":\"stopped\"}");

        await().atMost(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(running()).isZero());
        Outcome.Failed stopped = cancelled("stopped");
        assertThat(stopped.usage().promptTokens()).isPositive();
        long generations = generations();
        kafka().work(task("not-begun"));
        assertThat(cancelled("not-begun").usage()).isEqualTo(Usage.NONE);
        assertThat(generations()).isEqualTo(generations);
    }

    @Test
    @Order(5)
    void answersFromTheOtherShardWhereOneStops() throws Exception {
        shards.forEach(shard -> shard.faults("slow=40"));
        kafka().work(task("moved"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(shards)
                        .anySatisfy(shard -> assertThat(shard.running()).isPositive()));
        Shard first =
                shards.stream().filter(shard -> shard.running() > 0).findFirst().orElseThrow();

        first.stop();
        soundShards();

        Outcome.Answered answered = answered("moved");
        assertThat(answered.chain().canonicalAnswer()).isEqualTo("0.875");
        assertThat(answered.provenance())
                .isInstanceOfSatisfying(
                        Provenance.Thought.class,
                        thought -> assertThat(thought.shards().getLast()).isNotEqualTo(first.address()));
    }

    @Test
    @Order(6)
    void isNotReadyOnceNoShardIsHealthy() throws Exception {
        assertThat(page().statusCode()).isEqualTo(200);
        for (Shard shard : shards) {
            shard.stop();
        }
        kafka().work(Tasks.task("nobody", Instant.now(), Duration.ofSeconds(3), true, CachePolicy.USE));

        await().atMost(PATIENCE).untilAsserted(() -> {
            HttpResponse<String> page = page();
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("\"healthy_shards\": 0");
        });
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(kafka().told("nobody", Outcome.Failed.class))
                        .singleElement()
                        .extracting(failed -> failed.fault().code())
                        .isEqualTo(FaultCode.ENGINE_UNAVAILABLE));
    }

    private HttpResponse<String> page() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(ready).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private Outcome.Answered answered(String id) throws UnreadableException {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(kafka().told(id, Outcome.class)).hasSize(1));
        Outcome outcome = kafka().told(id, Outcome.class).getFirst();
        assertThat(outcome).isInstanceOf(Outcome.Answered.class);
        return (Outcome.Answered) outcome;
    }

    private Outcome.Failed cancelled(String id) throws UnreadableException {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(kafka().told(id, Outcome.class)).hasSize(1));
        Outcome.Failed failed = kafka().told(id, Outcome.Failed.class).getFirst();
        assertThat(failed.fault()).isEqualTo(Cancelled.FAULT);
        return failed;
    }

    private int running() {
        return shards.stream().mapToInt(Shard::running).sum();
    }

    private long generations() {
        return meters.get(Meters.OPERATION_DURATION).timer().count();
    }

    private static List<Chunk> chunks(List<ConsumerRecord<String, byte[]>> records) throws UnreadableException {
        List<Chunk> chunks = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            chunks.add(Json.read(record.value(), Chunk.class));
        }
        return chunks;
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static Task task(String id) {
        return Tasks.task(id, Instant.now(), Duration.ofMinutes(5), true, CachePolicy.USE);
    }

    private Kafka kafka() {
        return new Kafka(bootstrap);
    }
}
