package dev.ponder.reasoner.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.mechanics.time.ManualTicker;
import dev.ponder.tracing.RecordTrace;
import dev.ponder.triton.client.generation.FailureKind;
import dev.ponder.triton.client.generation.Generation;
import dev.ponder.triton.client.generation.GenerationEnd;
import dev.ponder.triton.client.generation.GenerationListener;
import dev.ponder.triton.client.generation.GenerationRequest;
import dev.ponder.triton.client.generation.Shard;
import dev.ponder.triton.client.generation.TokenUsage;
import dev.ponder.triton.client.pool.HealthRule;
import dev.ponder.triton.client.pool.ShardPool;
import dev.ponder.triton.client.text.ChatTemplate;
import dev.ponder.triton.client.token.ApproximateTokens;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a job goes on where its shards fail, under a clock that stands still but for its pauses. */
final class RetriesTest {

    private final ManualTicker ticker = new ManualTicker(Tasks.ARRIVED);
    private final List<String> asked = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void waitsTwiceAsLongEachTimeUpToFiveSecondsUntilTheDeadline() throws Exception {
        Outcome outcome = think(FailureKind.UNAVAILABLE, Duration.ofSeconds(30));

        assertThat(pauses)
                .startsWith(
                        Duration.ofMillis(100),
                        Duration.ofMillis(200),
                        Duration.ofMillis(400),
                        Duration.ofMillis(800),
                        Duration.ofMillis(1_600),
                        Duration.ofMillis(3_200),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5));
        assertThat(codeOf(outcome)).isEqualTo(FaultCode.ENGINE_UNAVAILABLE);
        assertThat(ticker.now()).isBetween(Tasks.ARRIVED.plusSeconds(30), Tasks.ARRIVED.plusSeconds(35));
    }

    @Test
    void asksTheOtherShardFirstAndAtOnce() throws Exception {
        think(FailureKind.UNAVAILABLE, Duration.ofMillis(50));

        // The third try found the shards known, and its pause outlasted the deadline.
        assertThat(asked).hasSize(3);
        assertThat(asked.subList(0, 2)).containsExactlyInAnyOrder("gpu-1", "gpu-2");
        assertThat(pauses).containsExactly(Duration.ofMillis(100));
    }

    @Test
    void givesUpAfterThreeFailuresOfTheEngine() throws Exception {
        Outcome outcome = think(FailureKind.ENGINE_ERROR, Duration.ofMinutes(10));

        assertThat(asked).hasSize(3);
        assertThat(asked.subList(0, 2)).containsExactlyInAnyOrder("gpu-1", "gpu-2");
        assertThat(pauses).isEmpty();
        assertThat(codeOf(outcome)).isEqualTo(FaultCode.ENGINE_FAILED);
    }

    @Test
    void givesUpAfterAHundredTriesHoweverFarTheDeadlineIs() throws Exception {
        Outcome outcome = think(FailureKind.UNAVAILABLE, Duration.ofHours(10));

        assertThat(asked).hasSize(100);
        assertThat(codeOf(outcome)).isEqualTo(FaultCode.ENGINE_UNAVAILABLE);
    }

    private Outcome think(FailureKind failure, Duration allowed) throws TakenAwayException {
        ShardPool pool = new ShardPool(
                List.of(new FailingShard("gpu-1", failure), new FailingShard("gpu-2", failure)),
                HealthRule.standard(),
                ticker);
        ChainThinker thinker = new ChainThinker(
                pool,
                new Prompting(ChatTemplate.chatMl(), new ApproximateTokens(), "test"),
                (_, _) -> {},
                new PathTelemetry(new RecordTrace(OpenTelemetry.noop()), new SimpleMeterRegistry()),
                ticker,
                pause -> {
                    pauses.add(pause);
                    ticker.advance(pause);
                });
        return new OneChainPath(thinker).think(Tasks.job(Tasks.task("r-1", allowed)));
    }

    private static FaultCode codeOf(Outcome outcome) {
        return ((Outcome.Failed) outcome).fault().code();
    }

    /** Fails each generation at once. */
    private final class FailingShard implements Shard {
        private final String name;
        private final FailureKind failure;

        private FailingShard(String name, FailureKind failure) {
            this.name = name;
            this.failure = failure;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Generation start(GenerationRequest request, GenerationListener listener) {
            asked.add(name);
            listener.onEnd(new GenerationEnd.Failed(failure, "it failed", TokenUsage.NONE));
            return new Ended(request.id());
        }

        @Override
        public void close() {}
    }

    private record Ended(String id) implements Generation {

        @Override
        public void cancel() {}
    }
}
