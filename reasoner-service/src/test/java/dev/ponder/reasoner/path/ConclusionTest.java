package dev.ponder.reasoner.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.outcome.Provenance;
import dev.ponder.contracts.outcome.Timings;
import dev.ponder.contracts.outcome.Usage;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.progress.BegunChain;
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
    private final Conclusion conclusion = new Conclusion(job, BegunChain.NOTHING, String::length);

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
        Tried tried = conclusion.of(end, run, Tasks.ARRIVED.plusMillis(30));
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
    void countsTriesThatGoOnFromOneAnotherAsOne() {
        GrowingChain chain = chain(job, false);
        ChainRun broken = new ChainRun(chain, "shard:1", ticker);
        broken.onDelta(new TextDelta("\\boxed{", 5, ticker.nanos()));
        assertThat(concluded(BROKEN, broken).again()).isTrue();
        ChainRun goingOn = new ChainRun(chain, "shard:2", ticker);
        goingOn.onDelta(new TextDelta("7}", 2, ticker.nanos()));
        GenerationEnd end = new GenerationEnd.Completed(FinishReason.STOP, new TokenUsage(20, 7));

        Tried tried = concluded(end, goingOn);

        assertThat(tried.outcome()).isInstanceOfSatisfying(Outcome.Answered.class, answered -> {
            assertThat(answered.chain().canonicalAnswer()).isEqualTo("7");
            assertThat(answered.usage()).isEqualTo(new Usage(20, 7, 0, 0));
            assertThat(answered.provenance()).isEqualTo(new Provenance.Thought(List.of("shard:1", "shard:2"), "stop"));
        });
    }

    @Test
    void countsWhatWasSpentWhereNothingCameOfIt() {
        assertThat(concluded(BROKEN, run(job)).again()).isTrue();

        GenerationEnd gone = new GenerationEnd.Failed(FailureKind.UNAVAILABLE, "It is gone.", TokenUsage.NONE);

        assertThat(concluded(gone, run(job)).outcome().usage()).isEqualTo(new Usage(20, 5, 0, 0));
    }

    @Test
    void concludesAChainThatAnEarlierHolderHadEnded() {
        GrowingChain chain = chain(job, false);
        chain.begin(new BegunChain("It is 7", 256, List.of("shard:1"), "length"), ticker.nanos());

        Outcome outcome = conclusion.whole(chain, 20);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Answered.class, answered -> {
            assertThat(answered.usage()).isEqualTo(new Usage(20, 256, 0, 0));
            assertThat(answered.provenance()).isEqualTo(new Provenance.Thought(List.of("shard:1"), "length"));
            assertThat(answered.questionKey()).isNull();
        });
    }

    @Test
    void teachesNothingThatWasCut() {
        Tried tried = concluded(completed(true), run(job));
        assertThat(tried.outcome())
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Answered.class))
                .satisfies(answered -> assertThat(answered.questionKey()).isNull())
                .extracting(Outcome.Answered::provenance)
                .isEqualTo(new Provenance.Thought(List.of("shard:1"), "length"));
    }

    @Test
    void teachesNothingThatBypassesTheCache() {
        Job bypass = Tasks.job(Tasks.task("r-1", Tasks.ARRIVED, Duration.ofSeconds(1), true, CachePolicy.BYPASS));
        Tried tried = new Conclusion(bypass, BegunChain.NOTHING, String::length)
                .of(completed(false), run(bypass), Tasks.ARRIVED);
        assertThat(tried.outcome())
                .isInstanceOfSatisfying(
                        Outcome.Answered.class,
                        answered -> assertThat(answered.questionKey()).isNull());
    }

    @Test
    void teachesNothingThatItsAskerCut() {
        Job cut = Tasks.job(Tasks.stopped("\n"));
        Tried tried =
                new Conclusion(cut, BegunChain.NOTHING, String::length).of(completed(false), run(cut), Tasks.ARRIVED);
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
                        failed -> assertThat(failed.fault().code()).isEqualTo(FaultCode.ENGINE_UNAVAILABLE))
                .extracting(Outcome::pool)
                .isEqualTo(new PoolId("main"));
    }

    @Test
    void triesNoCancelledGenerationAgain() {
        GenerationEnd end = new GenerationEnd.Cancelled(new TokenUsage(20, 2));

        Tried tried = concluded(end, run(job));

        assertThat(tried.again()).isFalse();
        assertThat(tried.outcome().usage()).isEqualTo(new Usage(20, 2, 0, 0));
    }

    @Test
    void beginsInAThoughtWhereThePromptOpensOne() {
        ChainRun opened = new ChainRun(chain(job, true), "shard:1", ticker);
        opened.onDelta(new TextDelta("so</think>7", 3, ticker.nanos()));
        GenerationEnd end = completed(false);

        Tried tried = concluded(end, opened);

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
        return concluded(end, run(job));
    }

    private static GenerationEnd completed(boolean cut) {
        return new GenerationEnd.Completed(cut ? FinishReason.LENGTH : FinishReason.STOP, new TokenUsage(20, 3));
    }

    private Tried concluded(GenerationEnd end, ChainRun run) {
        run.onEnd(end);
        return conclusion.of(end, run, Tasks.ARRIVED);
    }

    private ChainRun run(Job of) {
        return new ChainRun(chain(of, false), "shard:1", ticker);
    }

    private static GrowingChain chain(Job of, boolean opensThought) {
        return new GrowingChain(new ChunkStream(of.task(), 1, 0, _ -> {}), opensThought, List.of());
    }
}
