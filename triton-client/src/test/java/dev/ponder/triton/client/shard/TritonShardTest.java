package dev.ponder.triton.client.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.triton.client.generation.FailureKind;
import dev.ponder.triton.client.generation.Generation;
import dev.ponder.triton.client.generation.GenerationEnd;
import dev.ponder.triton.client.generation.GenerationRequest;
import dev.ponder.triton.client.token.ApproximateTokens;
import dev.ponder.triton.client.token.ByteTokens;
import dev.ponder.triton.client.token.TokenCodec;
import dev.ponder.triton.shard.brain.Script;
import dev.ponder.triton.shard.engine.GpuModel;
import dev.ponder.triton.shard.engine.SimulatedGpu;
import dev.ponder.triton.shard.fault.ActiveFaults;
import dev.ponder.triton.shard.model.Profile;
import dev.ponder.triton.shard.server.ShardServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The client against the simulated shard, over the true wire, in both profiles. */
@SuppressWarnings("NullAway.Init") // each test begins with start(), which sets both
class TritonShardTest {

    private static final String ANSWER = "<think>3/4 = 6/8，然后 ½…</think>\\boxed{7/8} 🎓";
    private static final GpuModel FAST =
            new GpuModel(1e6, Duration.ofMillis(1), Duration.ZERO, 10_000, 64, 8, 100, Duration.ofMillis(10));

    private final ActiveFaults faults = new ActiveFaults();
    private ShardServer server;
    private TritonShard shard;

    private void start(Profile profile) throws IOException, ShardException {
        SimulatedGpu gpu = new SimulatedGpu(FAST, faults, Ticker.system());
        server = ShardServer.start(
                dev.ponder.triton.shard.server.ShardAddress.loopback(),
                profile,
                "tensorrt_llm",
                _ -> Optional.of(Script.ofText(ANSWER)),
                gpu,
                faults);
        TokenCodec codec = profile == Profile.IFB ? new ByteTokens() : new ApproximateTokens();
        ShardAddress address = new ShardAddress("127.0.0.1", server.grpcPort());
        shard = new TritonShard(address, ShardSettings.of("tensorrt_llm"), codec, Ticker.system());
        shard.join();
    }

    @AfterEach
    void stop() throws InterruptedException {
        shard.close();
        server.stop(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void streamsWholeCharactersInEitherProfile(Profile profile) throws Exception {
        start(profile);
        RecordingListener listener = new RecordingListener();

        shard.start(request(Duration.ofSeconds(10)), listener);

        assertThat(listener.end()).isInstanceOfSatisfying(GenerationEnd.Completed.class, completed -> {
            assertThat(completed.cut()).isFalse();
            assertThat(completed.usage().completion()).isPositive();
        });
        assertThat(listener.text()).isEqualTo(ANSWER);
        assertThat(listener.deltas).noneMatch(delta -> delta.text().contains("\uFFFD"));
    }

    @ParameterizedTest
    @CsvSource({
        "LLMAPI,queue-full,QUEUE_FULL",
        "LLMAPI,error=3,ENGINE_ERROR",
        "LLMAPI,cut=3,UNAVAILABLE",
        "LLMAPI,wrong-datatype,UNREADABLE",
        "IFB,cut=3,UNAVAILABLE",
        "IFB,error=2,ENGINE_ERROR",
    })
    void endsOnceWithTheKindOfTheFailure(Profile profile, String fault, FailureKind kind) throws Exception {
        start(profile);
        faults.set(fault);
        RecordingListener listener = new RecordingListener();

        shard.start(request(Duration.ofSeconds(10)), listener);

        assertThat(listener.end())
                .isInstanceOfSatisfying(
                        GenerationEnd.Failed.class,
                        failed -> assertThat(failed.kind()).isEqualTo(kind));
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void endsAtTheDeadlineWhenTheShardIsWedged(Profile profile) throws Exception {
        start(profile);
        faults.set("wedged");
        RecordingListener listener = new RecordingListener();

        shard.start(request(Duration.ofMillis(200)), listener);

        assertThat(listener.end())
                .isInstanceOfSatisfying(
                        GenerationEnd.Failed.class,
                        failed -> assertThat(failed.kind()).isEqualTo(FailureKind.DEADLINE));
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void cancelsJustThatGeneration(Profile profile) throws Exception {
        start(profile);
        faults.set("stall=2");
        RecordingListener listener = new RecordingListener();
        Generation generation = shard.start(request(Duration.ofSeconds(30)), listener);
        listener.awaitDelta();

        generation.cancel();

        assertThat(listener.end()).isInstanceOf(GenerationEnd.Cancelled.class);
    }

    private static GenerationRequest request(Duration deadline) {
        return new GenerationRequest("g-1", "3/4+1/8?", 1000, 0.6, 0.95, 7L, List.of(), deadline);
    }
}
