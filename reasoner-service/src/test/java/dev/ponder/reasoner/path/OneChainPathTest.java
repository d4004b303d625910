package dev.ponder.reasoner.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.chunk.Chunk;
import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.mechanics.time.Pauser;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.tracing.RecordTrace;
import dev.ponder.triton.client.pool.HealthRule;
import dev.ponder.triton.client.pool.ShardPool;
import dev.ponder.triton.client.shard.ShardAddress;
import dev.ponder.triton.client.shard.ShardSettings;
import dev.ponder.triton.client.shard.TritonShard;
import dev.ponder.triton.client.text.ChatTemplate;
import dev.ponder.triton.client.token.ApproximateTokens;
import dev.ponder.triton.shard.brain.Script;
import dev.ponder.triton.shard.engine.GpuModel;
import dev.ponder.triton.shard.engine.SimulatedGpu;
import dev.ponder.triton.shard.fault.ActiveFaults;
import dev.ponder.triton.shard.model.Profile;
import dev.ponder.triton.shard.server.ShardServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The path on real shards of a simulated GPU, over the true wire. */
class OneChainPathTest {

    private static final String ANSWER = "<think>3/4 = 6/8\n6/8 + 1/8 = 7/8</think>\nThe answer is \\boxed{7/8}.";
    private static final GpuModel FAST =
            new GpuModel(1e6, Duration.ofMillis(1), Duration.ZERO, 10_000, 64, 8, 100, Duration.ofMillis(10));

    private final List<ShardServer> servers = new ArrayList<>();
    private final List<ActiveFaults> faults = new ArrayList<>();
    private final Queue<Chunk> chunks = new ConcurrentLinkedQueue<>();

    @AfterEach
    void stop() throws InterruptedException {
        for (ShardServer server : servers) {
            server.stop(Duration.ofMillis(100));
        }
    }

    @Test
    void answersWithStepsAnswerAndTimes() throws Exception {
        OneChainPath path = path(1);

        Outcome outcome = path.think(job(Duration.ofSeconds(20)));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Answered.class, answered -> {
            assertThat(answered.chain().steps()).hasSize(2);
            assertThat(answered.chain().canonicalAnswer()).isEqualTo("0.875");
            assertThat(answered.questionKey()).isEqualTo("key");
            assertThat(answered.timings().ttftMs()).isPositive();
            assertThat(answered.usage().reasoningTokens()).isPositive();
        });
        assertThat(chunks).last().extracting(Chunk::kind).isEqualTo(Chunk.Kind.END);
    }

    @Test
    void goesToAnotherShardWhenOneFails() throws Exception {
        OneChainPath path = path(2);
        faults.getFirst().set("error=2");

        Outcome first = path.think(job(Duration.ofSeconds(20)));
        Outcome second = path.think(job(Duration.ofSeconds(20)));

        assertThat(List.of(first, second)).allMatch(Outcome.Answered.class::isInstance);
    }

    @Test
    void endsByTheDeadlineOnAWedgedShard() throws Exception {
        OneChainPath path = path(1);
        faults.getFirst().set("wedged");

        Outcome outcome = path.think(job(Duration.ofMillis(300)));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.fault().code()).isEqualTo(FaultCode.DEADLINE_MISSED));
    }

    private OneChainPath path(int shards) throws IOException {
        List<TritonShard> connected = new ArrayList<>();
        for (int i = 0; i < shards; i++) {
            connected.add(shard());
        }
        ShardPool pool = new ShardPool(connected, HealthRule.standard(), Ticker.system());
        return new OneChainPath(
                pool,
                new Prompting(ChatTemplate.chatMl(), new ApproximateTokens(), "test"),
                (chunk, _) -> chunks.add(chunk),
                new PathTelemetry(new RecordTrace(OpenTelemetry.noop()), new SimpleMeterRegistry()),
                Ticker.system(),
                Pauser.system());
    }

    private TritonShard shard() throws IOException {
        ActiveFaults fault = new ActiveFaults();
        SimulatedGpu gpu = new SimulatedGpu(FAST, fault, Ticker.system());
        ShardServer server = ShardServer.start(
                dev.ponder.triton.shard.server.ShardAddress.loopback(),
                Profile.LLMAPI,
                "tensorrt_llm",
                _ -> Optional.of(Script.ofText(ANSWER)),
                gpu,
                fault);
        servers.add(server);
        faults.add(fault);
        ShardAddress address = new ShardAddress("127.0.0.1", server.grpcPort());
        return new TritonShard(address, ShardSettings.of("tensorrt_llm"), new ApproximateTokens(), Ticker.system());
    }

    private static Job job(Duration left) {
        return new Job(Tasks.due(left), Instant.now(), Span.getInvalid());
    }
}
