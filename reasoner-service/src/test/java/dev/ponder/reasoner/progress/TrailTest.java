package dev.ponder.reasoner.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.progress.BegunChain;
import dev.ponder.contracts.progress.Progress;
import dev.ponder.contracts.request.CachePolicy;
import dev.ponder.contracts.work.Task;
import dev.ponder.mechanics.time.ManualTicker;
import dev.ponder.reasoner.path.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class TrailTest {

    private static final Task TASK = Tasks.task("r-1", Duration.ofMinutes(1));
    private static final Pace PACE = new Pace(Duration.ofSeconds(1), 16);

    private final ManualTicker ticker = new ManualTicker(Tasks.ARRIVED.plusSeconds(1));
    private final List<Progress> kept = new ArrayList<>();
    private final Trail trail = trail(TASK, 1, Optional.empty());

    @Test
    void writesNothingOfAJobThatIsYoung() {
        ticker.advance(Duration.ofMillis(999));
        trail.look(() -> begun(500));
        assertThat(kept).isEmpty();
        assertThat(trail.mayBeLeft()).isFalse();
    }

    @Test
    void writesDownWhatIsWorthIt() {
        ticker.advance(Duration.ofSeconds(1));
        trail.look(() -> begun(15));
        assertThat(kept).isEmpty();

        trail.look(() -> begun(16));

        assertThat(kept).singleElement().satisfies(progress -> {
            assertThat(progress.key()).isEqualTo(TASK.key());
            assertThat(progress.arrivedAt()).isEqualTo(TASK.arrivedAt());
            assertThat(progress.delivery()).isEqualTo(1);
            assertThat(progress.chains()).isEqualTo(begun(16));
            assertThat(progress.at()).isEqualTo(ticker.now());
        });
        assertThat(trail.mayBeLeft()).isTrue();
    }

    @Test
    void waitsBetweenTwoRecords() {
        assertThat(trail.quietNanos()).isEqualTo(Duration.ofSeconds(1).toNanos());
        ticker.advance(Duration.ofSeconds(1));
        trail.look(() -> begun(20));
        ticker.advance(Duration.ofMillis(900));
        trail.look(() -> begun(90));
        assertThat(kept).hasSize(1);
        assertThat(trail.quietNanos()).isEqualTo(Duration.ofMillis(250).toNanos());
        ticker.advance(Duration.ofMillis(100));
        trail.look(() -> begun(100));
        assertThat(tokensKept()).containsExactly(20, 100);
    }

    @Test
    void writesALongChainDownLessOften() {
        ticker.advance(Duration.ofSeconds(1));
        trail.look(() -> begun(6_400));
        ticker.advance(Duration.ofSeconds(1));
        trail.look(() -> begun(6_490));
        assertThat(kept).hasSize(1);
        trail.look(() -> begun(6_502));
        assertThat(kept).hasSize(2);
    }

    @Test
    void hasOneRecordOnItsWayAndThenTheLatest() throws InterruptedException {
        CompletableFuture<Void> first = new CompletableFuture<>();
        ProgressKeeper slow = new ProgressKeeper(
                progress -> {
                    kept.add(progress);
                    return first;
                },
                (_, _, _) -> Optional.empty(),
                PACE,
                Duration.ofMillis(1),
                true,
                ticker);
        Trail held = slow.follow(TASK, TASK.arrivedAt(), 1, false);
        ticker.advance(Duration.ofSeconds(1));
        held.look(() -> begun(20));
        ticker.advance(Duration.ofSeconds(9));
        held.look(() -> begun(200));
        held.settle();
        assertThat(tokensKept()).containsExactly(20);

        first.complete(null);
        held.look(() -> begun(220));

        assertThat(tokensKept()).containsExactly(20, 220);
    }

    @Test
    void leavesWhateverThereIsUnlessItIsWrittenDown() throws InterruptedException {
        trail.leave(List.of(BegunChain.NOTHING));
        assertThat(kept).isEmpty();
        trail.leave(begun(3));
        trail.leave(begun(3));
        assertThat(tokensKept()).containsExactly(3);
    }

    @Test
    void goesOnThoughNothingCanBeWritten() throws InterruptedException {
        ProgressKeeper broken = new ProgressKeeper(
                _ -> {
                    throw new IllegalStateException("failing on purpose");
                },
                (_, _, _) -> Optional.empty(),
                PACE,
                Duration.ofSeconds(1),
                true,
                ticker);
        Trail unheard = broken.follow(TASK, TASK.arrivedAt(), 1, false);
        unheard.leave(begun(20));
        assertThat(unheard.mayBeLeft()).isTrue();
    }

    @Test
    void looksForNothingAtAFirstDelivery() throws InterruptedException {
        Trail first = trail(TASK, 1, Optional.of(Keepers.progress(TASK, 1, "<think>", 1)));
        assertThat(first.begin()).isEmpty();
        assertThat(first.mayBeLeft()).isFalse();
    }

    @Test
    void goesOnFromTheLastHoldersProgress() throws InterruptedException {
        Trail second = trail(TASK, 2, Optional.of(Keepers.progress(TASK, 4, "<think>so", 40)));

        assertThat(second.begin()).containsExactly(new BegunChain("<think>so", 40, List.of("gone:1")));

        assertThat(second.delivery()).isEqualTo(5);
        assertThat(second.mayBeLeft()).isTrue();
        ticker.advance(Duration.ofSeconds(1));
        second.look(() -> begun(50));
        assertThat(kept).isEmpty();
        second.look(() -> begun(56));
        assertThat(tokensKept()).containsExactly(56);
    }

    @Test
    void goesOnFromAnEarlierDispatch() throws InterruptedException {
        Trail higher = trail(TASK.again(2), 1, Optional.of(Keepers.progress(TASK, 4, "<think>so", 40)));
        assertThat(higher.begin().getFirst().tokens()).isEqualTo(40);
        assertThat(higher.delivery()).isEqualTo(1);
    }

    @Test
    void takesNothingOfAnotherRequestThatHadTheSameId() throws InterruptedException {
        Task earlier = Tasks.task("r-1", Tasks.ARRIVED.minusSeconds(9), Duration.ofMinutes(1), true, CachePolicy.USE);
        Trail other = trail(TASK, 2, Optional.of(Keepers.progress(earlier, 1, "<think>so", 40)));
        assertThat(other.begin()).isEmpty();
    }

    @Test
    void looksForWhatMayHaveComeWhereDeliveriesToOthersAreNotCounted() throws InterruptedException {
        ProgressKeeper alone = new ProgressKeeper(
                _ -> CompletableFuture.completedFuture(null),
                (_, _, _) -> Optional.of(Keepers.progress(TASK, 1, "<think>so", 40)),
                PACE,
                Duration.ofSeconds(1),
                false,
                ticker);
        assertThat(alone.follow(TASK, ticker.now(), 1, false).begin()).isEmpty();
        assertThat(alone.follow(TASK, ticker.now().minus(PACE.every()), 1, false)
                        .begin()
                        .getFirst()
                        .tokens())
                .isEqualTo(40);
    }

    private Trail trail(Task task, int delivery, Optional<Progress> found) {
        return Keepers.keeper(PACE, found, kept, ticker).follow(task, task.arrivedAt(), delivery, delivery > 1);
    }

    private List<Integer> tokensKept() {
        return kept.stream()
                .map(progress -> progress.chains().getFirst().tokens())
                .toList();
    }

    private static List<BegunChain> begun(int tokens) {
        return List.of(new BegunChain("x".repeat(tokens), tokens, List.of("shard:1")));
    }
}
