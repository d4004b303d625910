package dev.ponder.reasoner.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.contracts.chunk.Chunk;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.json.UnreadableException;
import dev.ponder.contracts.outcome.Held;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.progress.Progress;
import dev.ponder.contracts.request.CachePolicy;
import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.local.broker.TopicProvisioner;
import dev.ponder.reasoner.path.Shard;
import dev.ponder.reasoner.path.Tasks;
import dev.ponder.testkafka.TestBroker;
import dev.ponder.testkafka.TestKafka;
import dev.ponder.triton.shard.brain.TokenPieces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service in a process of its own, which is told to go while it works. */
@SuppressWarnings("NullAway.Init") // each test begins with start(), which sets all
class DrainIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path dir;

    private TestBroker broker;
    private Shard shard;
    private Kafka kafka;

    @BeforeEach
    void start() throws Exception {
        broker = TestKafka.fresh(dir.resolve("broker"));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            TopicPlan plan = new TopicPlan(List.of(TenantId.DEFAULT), List.of(new PoolId("main")), 1);
            TopicProvisioner provisioner = new TopicProvisioner(admin);
            provisioner.ensureTopics(plan.specs());
            provisioner.ensureShareGroup("ponder-reasoner", Duration.ofSeconds(15));
        }
        shard = Shard.start(Duration.ofMillis(3));
        kafka = new Kafka(broker.bootstrap());
    }

    @AfterEach
    void stop() throws InterruptedException {
        shard.stop();
        broker.stop();
    }

    @Test
    void finishesWhatRunsWhenItIsToldToGo() throws Exception {
        Process service = startWorking("finishes", "slow=40", "reasoner.drain.grace=20s");

        service.destroy();

        assertThat(service.waitFor(40, TimeUnit.SECONDS)).isTrue();
        assertThat(log()).contains("drained: 1 finished, 0 given back, 0 cut short");
        assertThat(kafka.read(Topics.OUTCOMES, "finishes"))
                .hasSize(1)
                .allSatisfy(record ->
                        assertThat(Json.read(record.value(), Outcome.class)).isInstanceOf(Outcome.Answered.class));
    }

    @Test
    void leavesItsProgressAndEndsTheLeaseOfWhatItCutsShort() throws Exception {
        Process service = startWorking("cut", "slow=200", "reasoner.drain.grace=1ms", "reasoner.queue.hand-off=100ms");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(kafka.told("cut", Held.class)).isNotEmpty());

        service.destroy();

        assertThat(service.waitFor(40, TimeUnit.SECONDS)).isTrue();
        assertThat(log()).contains("drained: 0 finished, 0 given back, 1 cut short");
        assertThat(kafka.told("cut", Outcome.class)).isEmpty();
        assertThat(kafka.told("cut", Held.class).getLast().until()).isBeforeOrEqualTo(Instant.now());
        Progress left = progress("cut").getLast();
        assertThat(Shard.ANSWER).startsWith(left.chains().getFirst().text());
        assertThat(left.chains().getFirst().tokens()).isPositive();
    }

    @Test
    void goesOnWithWhatAKilledProcessHadComeTo() throws Exception {
        Process first = startWorking("on", "slow=100", "reasoner.progress.every=300ms", "reasoner.progress.tokens=1");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(progress("on")).hasSizeGreaterThan(5));

        first.destroyForcibly();
        await().untilAsserted(() -> assertThat(shard.running()).isZero());
        Progress last = progress("on").getLast();
        shard.faults("slow=10");
        Process second = start("reasoner.drain.grace=1s");

        Outcome.Answered answered = (Outcome.Answered) outcome("on");
        assertThat(answered.chain().canonicalAnswer()).isEqualTo("0.875");
        int tokens = TokenPieces.count(Shard.ANSWER);
        assertThat(answered.usage().completionTokens()).isEqualTo(tokens);
        assertThat(shard.tokens()).isBetween((long) tokens, tokens + 4L);
        List<Chunk> told =
                chunks("on").stream().filter(chunk -> chunk.delivery() > 1).toList();
        assertThat(told.getFirst().seq()).isZero();
        assertThat(told.getFirst().tokens()).isEqualTo(last.chains().getFirst().tokens());
        assertThat(told.getLast().kind()).isEqualTo(Chunk.Kind.END);
        assertThat(kafka.read(Topics.OUTCOMES, "on").getLast().headers().lastHeader(Progress.SIGN))
                .isNotNull();
        second.destroyForcibly();
    }

    /** A process that works on a task for some seconds. */
    private Process startWorking(String id, String pace, String... settings) throws Exception {
        Process service = start(settings);
        shard.faults(pace);
        kafka.work(Tasks.task(id, Instant.now(), Duration.ofMinutes(5), true, CachePolicy.USE));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(kafka.read(Topics.chunks(TenantId.DEFAULT), id))
                        .isNotEmpty());
        return service;
    }

    private Outcome outcome(String id) throws UnreadableException {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(kafka.told(id, Outcome.class)).isNotEmpty());
        return kafka.told(id, Outcome.class).getLast();
    }

    private List<Progress> progress(String id) throws UnreadableException {
        String key = new RequestKey(TenantId.DEFAULT, new RequestId(id)).digest();
        return all(Topics.PROGRESS, key, Progress.class);
    }

    private List<Chunk> chunks(String id) throws UnreadableException {
        return all(Topics.chunks(TenantId.DEFAULT), id, Chunk.class);
    }

    private <T> List<T> all(String topic, String key, Class<T> type) throws UnreadableException {
        List<T> found = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : kafka.read(topic, key)) {
            found.add(Json.read(record.value(), type));
        }
        return found;
    }

    private Process start(String... settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dkafka.bootstrap.servers=" + broker.bootstrap(),
                "-Dquarkus.http.port=0",
                "-Dreasoner.slots=2",
                "-Dreasoner.engine.shards=" + shard.address()));
        List.of(settings).forEach(setting -> command.add("-D" + setting));
        command.addAll(List.of(
                "-jar", Path.of("target", "quarkus-app", "quarkus-run.jar").toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("service.log").toFile())
                .start();
    }

    private String log() throws IOException {
        return Files.readString(dir.resolve("service.log"));
    }
}
