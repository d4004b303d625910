package dev.ponder.reasoner.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.outcome.Provenance;
import dev.ponder.contracts.outcome.Timings;
import dev.ponder.contracts.outcome.Usage;
import dev.ponder.contracts.request.CachePolicy;
import dev.ponder.mechanics.time.ManualTicker;
import dev.ponder.triton.client.generation.FailureKind;
import dev.ponder.triton.client.generation.FinishReason;
import dev.ponder.triton.client.generation.GenerationEnd;
import dev.ponder.triton.client.generation.TextDelta;
import dev.ponder.triton.client.generation.TokenUsage;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ConclusionTest {

    private static final GenerationEnd.Failed BROKEN =
            new GenerationEnd.Failed(FailureKind.BROKEN_STREAM, "It broke.", new TokenUsage(20, 5));

    private final ManualTicker ticker = new ManualTicker(Tasks.ARRIVED.plusMillis(30));
    private final Job job = Tasks.job(Tasks.task("r-1", Duration.ofSeconds(1)));
    private final Conclusion conclusion = new Conclusion(job, String::length);

    @Test
    void concludesWithChainUsageTimesAndShard() {
        // Given
        ChainRun run = run(job);
        ticker.advance(Duration.ofMillis(8));
        run.onDelta(new TextDelta("<think>so\n", 1, ticker.nanos()));
        ticker.advance(Duration.ofMillis(6));
        run.onDelta(new TextDelta("7</think>\\boxed{14/16}", 1, ticker.nanos()));
        ticker.advance(Duration.ofMillis(1));
        GenerationEnd end = new GenerationEnd.Completed(FinishReason.STOP, new TokenUsage(20, 9));
        run.onEnd(end);
        // When
        Tried tried = conclusion.of(end, run, "shard:1", Tasks.ARRIVED.plusMillis(30));
        // Then
        assertThat(tried.again()).isFalse();
        assertThat(tried.outcome()).isInstanceOfSatisfying(Outcome.Answered.class, answered -> {
            assertThat(answered.chain().canonicalAnswer()).isEqualTo("0.875");
            assertThat(answered.chain().steps()).extracting("text").containsExactly("so", "7");
            assertThat(answered.usage()).isEqualTo(new Usage(20, 9, 4, 0));
            assertThat(answered.timings()).isEqualTo(new Timings(10.0, 20.0, 8.0, 6.0, 15.0));
            assertThat(answered.provenance()).isEqualTo(new Provenance.Thought(List.of("shard:1"), "stop"));
            assertThat(answered.questionKey()).isEqualTo("key-r-1");
        });
    }

    @Test
    void countsWhatFailedTriesCost() {
        assertThat(conclusion.of(BROKEN, run(job), "shard:1", Tasks.ARRIVED).again())
                .isTrue();

        Tried tried = conclusion.of(completed(false), run(job), "shard:2", Tasks.ARRIVED);

        assertThat(tried.outcome().usage()).isEqualTo(new Usage(40, 8, 0, 0));
    }

    @Test
    void teachesNothingThatWasCut() {
        Tried tried = conclusion.of(completed(true), run(job), "shard:1", Tasks.ARRIVED);
        assertThat(tried.outcome())
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Answered.class))
                .satisfies(answered -> assertThat(answered.questionKey()).isNull())
                .extracting(Outcome.Answered::provenance)
                .isEqualTo(new Provenance.Thought(List.of("shard:1"), "length"));
    }

    @Test
    void teachesNothingThatBypassesTheCache() {
        Job bypass = Tasks.job(Tasks.task("r-1", Tasks.ARRIVED, Duration.ofSeconds(1), true, CachePolicy.BYPASS));
        Tried tried =
                new Conclusion(bypass, String::length).of(completed(false), run(bypass), "shard:1", Tasks.ARRIVED);
        assertThat(tried.outcome())
                .isInstanceOfSatisfying(
                        Outcome.Answered.class,
                        answered -> assertThat(answered.questionKey()).isNull());
    }

    @ParameterizedTest
    @CsvSource({
        "UNAVAILABLE, ENGINE_UNAVAILABLE",
        "LEAVING, ENGINE_UNAVAILABLE",
        "QUEUE_FULL, ENGINE_UNAVAILABLE",
        "MODEL_UNKNOWN, ENGINE_UNAVAILABLE",
        "NO_SHARD, ENGINE_UNAVAILABLE",
        "BROKEN_STREAM, ENGINE_FAILED",
        "ENGINE_ERROR, ENGINE_FAILED",
        "UNREADABLE, ENGINE_FAILED",
        "REFUSED, ENGINE_FAILED",
        "TOO_LARGE, ENGINE_FAILED",
        "DEADLINE, DEADLINE_MISSED"
    })
    void namesTheFault(FailureKind kind, FaultCode code) {
        assertThat(faultOf(kind)).isEqualTo(code);
        assertThat(tried(kind).engineFailed()).isEqualTo(code == FaultCode.ENGINE_FAILED);
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void triesAgainWhereThatMayHelp(FailureKind kind) {
        assertThat(tried(kind).again()).isEqualTo(kind.isRetryable());
    }

    @Test
    void saysThatNoShardWasThere() {
        assertThat(conclusion.unreached().outcome())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.fault().code()).isEqualTo(FaultCode.ENGINE_UNAVAILABLE));
    }

    @Test
    void triesNoCancelledGenerationAgain() {
        GenerationEnd end = new GenerationEnd.Cancelled(new TokenUsage(20, 2));

        Tried tried = conclusion.of(end, run(job), "shard:1", Tasks.ARRIVED);

        assertThat(tried.again()).isFalse();
        assertThat(tried.outcome().usage()).isEqualTo(new Usage(20, 2, 0, 0));
    }

    @Test
    void beginsInAThoughtWhereThePromptOpensOne() {
        ChainRun opened = new ChainRun(new ChunkStream(job.task(), _ -> {}), true, ticker);
        opened.onDelta(new TextDelta("so</think>7", 3, ticker.nanos()));
        GenerationEnd end = completed(false);
        opened.onEnd(end);

        Tried tried = conclusion.of(end, opened, "shard:1", Tasks.ARRIVED);

        assertThat(tried.outcome()).isInstanceOfSatisfying(Outcome.Answered.class, answered -> {
            assertThat(answered.chain().steps()).extracting("text").containsExactly("so");
            assertThat(answered.chain().answer()).isEqualTo("7");
        });
    }

    private FaultCode faultOf(FailureKind kind) {
        return ((Outcome.Failed) tried(kind).outcome()).fault().code();
    }

    private Tried tried(FailureKind kind) {
        GenerationEnd end = new GenerationEnd.Failed(kind, "It failed.", new TokenUsage(1, 1));
        return conclusion.of(end, run(job), "shard:1", Tasks.ARRIVED);
    }

    private static GenerationEnd completed(boolean cut) {
        return new GenerationEnd.Completed(cut ? FinishReason.LENGTH : FinishReason.STOP, new TokenUsage(20, 3));
    }

    private ChainRun run(Job of) {
        return new ChainRun(new ChunkStream(of.task(), _ -> {}), false, ticker);
    }
}
