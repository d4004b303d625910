package dev.ponder.triton.client.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ponder.mechanics.time.ManualTicker;
import dev.ponder.triton.client.generation.FailureKind;
import dev.ponder.triton.client.generation.Generation;
import dev.ponder.triton.client.generation.GenerationEnd;
import dev.ponder.triton.client.generation.GenerationListener;
import dev.ponder.triton.client.generation.GenerationRequest;
import dev.ponder.triton.client.generation.TextDelta;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShardPoolTest {

    private static final HealthRule RULE = HealthRule.standard();
    private final ManualTicker ticker = new ManualTicker(Instant.EPOCH);
    private final HandShard left = new HandShard("left");
    private final HandShard right = new HandShard("right");
    private final ShardPool pool = new ShardPool(
            List.of(left, right), RULE, GenerationRequest::maxTokens, new LeastDelay(ShardPace.standard()), ticker);
    private final ProbeTurn probes = new ProbeTurn(pool, RULE, ticker, "probe-");
    private final List<GenerationEnd> ends = new ArrayList<>();

    private void start(int tokens) {
        pool.start(GenerationRequest.greedy("g", "?", tokens, Duration.ofSeconds(1)), new Ends());
    }

    private void joinBoth() {
        probes.run();
        left.complete();
        right.complete();
    }

    @Test
    void trustsAShardOnceItHasGeneratedAToken() {
        assertThat(pool.healthy()).isZero();

        joinBoth();

        assertThat(pool.healthy()).isEqualTo(2);
    }

    @Test
    void keepsWhatItKnowsOfAShardThatStays() {
        joinBoth();

        pool.renew(List.of("right", "new"), HandShard::new);

        assertThat(pool.views()).extracting(ShardView::name).containsExactly("right", "new");
        assertThat(pool.healthy()).isEqualTo(1);
    }

    @Test
    void closesAShardThatWentWhenWhatItHadBegunHasEnded() {
        joinBoth();
        start(100);
        start(100);
        pool.renew(List.of("right"), HandShard::new);
        pool.renew(List.of("right"), HandShard::new);
        boolean whileItRan = left.isClosed();

        left.complete();
        pool.renew(List.of("right"), HandShard::new);

        assertThat(whileItRan).isFalse();
        assertThat(left.isClosed()).isTrue();
        assertThat(right.isClosed()).isFalse();
    }

    @Test
    void startsNothingOnAShardThatWent() {
        joinBoth();
        pool.renew(List.of("right"), HandShard::new);

        start(100);
        start(100);

        assertThat(left.running()).isZero();
        assertThat(right.running()).isEqualTo(2);
    }

    @Test
    void probesEachShardAtMostOnceAtATime() {
        probes.run();
        probes.run();

        assertThat(left.running()).isEqualTo(1);
    }

    @Test
    void spreadsEvenlyAndThenToWhereLessIsLeftToDo() {
        joinBoth();

        start(100);
        start(30);
        start(30);
        start(30);

        assertThat(left.running()).isEqualTo(2);
        assertThat(right.running()).isEqualTo(2);

        left.delta(95);
        start(30);

        assertThat(left.running()).isEqualTo(3);
    }

    @Test
    void goesWhereThePromptWasReadBefore() {
        joinBoth();
        String shared = "Rules of the house. ".repeat(1000);
        pool.start(GenerationRequest.greedy("a", shared + "one", 5, Duration.ofSeconds(1)), new Ends());
        HandShard first = left.running() == 1 ? left : right;
        first.complete();

        pool.start(GenerationRequest.greedy("b", shared + "two", 5, Duration.ofSeconds(1)), new Ends());
        pool.start(GenerationRequest.greedy("c", shared + "three", 5, Duration.ofSeconds(1)), new Ends());

        assertThat(first.running()).isEqualTo(2);
    }

    @Test
    void owesNothingAfterTheEnds() {
        joinBoth();
        start(100);
        start(100);

        left.delta(300);
        left.complete();
        right.fail(FailureKind.ENGINE_ERROR);

        assertThat(pool.views()).extracting(ShardView::outstandingTokens).containsOnly(0L);
        assertThat(ends).hasSize(2);
    }

    @Test
    void owesNothingWhereAShardThrowsInsteadOfStarting() {
        HandShard broken = new HandShard("broken") {
            @Override
            public Generation start(GenerationRequest request, GenerationListener listener) {
                throw new IllegalStateException("it can't");
            }
        };
        ShardPool pool = new ShardPool(List.of(broken), RULE, ticker);
        GenerationRequest request = GenerationRequest.greedy("g", "?", 100, Duration.ofSeconds(1));

        assertThatThrownBy(() -> pool.start(request, new Ends())).hasMessage("it can't");

        assertThat(pool.views()).extracting(ShardView::outstandingTokens).containsExactly(0L);
        assertThat(pool.shards()).allMatch(PooledShard::isIdle);
    }

    @Test
    void shunsAShardThatFailedUntilAProbeWorks() {
        joinBoth();
        start(1);
        start(1);
        left.fail(FailureKind.UNAVAILABLE);
        right.complete();

        start(1);
        start(1);
        assertThat(left.running()).isZero();

        ticker.advance(Duration.ofSeconds(1));
        probes.run();
        assertThat(left.running()).isEqualTo(1);
        left.complete();
        assertThat(pool.healthy()).isEqualTo(2);
    }

    @Test
    void triesASuspectShardWhereNoHealthyOneIsLeft() {
        start(1);

        assertThat(left.running() + right.running()).isEqualTo(1);
    }

    @Test
    void neverStartsOnAShardThatLeaves() {
        joinBoth();
        start(1);
        start(1);
        left.fail(FailureKind.LEAVING);
        right.fail(FailureKind.LEAVING);

        start(1);

        assertThat(ends.getLast())
                .isInstanceOfSatisfying(
                        GenerationEnd.Failed.class,
                        failed -> assertThat(failed.kind()).isEqualTo(FailureKind.NO_SHARD));
    }

    @Test
    void leavesOutWhatWasTried() {
        joinBoth();
        GenerationRequest request = GenerationRequest.greedy("g", "?", 5, Duration.ofSeconds(1));

        assertThat(pool.choose(request, Set.of("left")))
                .hasValueSatisfying(lease -> assertThat(lease.shard().name()).isEqualTo("right"));
        assertThat(pool.choose(request, Set.of("left", "right"))).isEmpty();
    }

    @Test
    void probesAHealthyShardThatHasBeenIdle() {
        joinBoth();

        ticker.advance(Duration.ofSeconds(31));
        probes.run();
        left.fail(FailureKind.DEADLINE);
        right.complete();

        assertThat(pool.healthy()).isEqualTo(1);
    }

    private final class Ends implements GenerationListener {
        @Override
        public void onDelta(TextDelta delta) {}

        @Override
        public void onEnd(GenerationEnd end) {
            ends.add(end);
        }
    }
}
