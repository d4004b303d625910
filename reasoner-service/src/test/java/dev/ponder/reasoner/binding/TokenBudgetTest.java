package dev.ponder.reasoner.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class TokenBudgetTest {

    private static final int TOTAL = 100;

    @Test
    void cutsAWishToTheWholeBudget() throws Exception {
        TokenBudget budget = new TokenBudget(TOTAL);
        assertThat(budget.reserve(TOTAL * 2, Duration.ZERO)).isPresent();
        assertThat(budget.reserved()).isEqualTo(TOTAL);
        assertThat(budget.reserve(1, Duration.ZERO)).isEmpty();
    }

    @Test
    void refusesWhatDoesNotFitInTime() throws Exception {
        TokenBudget budget = new TokenBudget(TOTAL);
        assertThat(budget.reserve(60, Duration.ZERO)).isPresent();
        assertThat(budget.reserve(41, Duration.ofMillis(1))).isEmpty();
        assertThat(budget.reserve(40, Duration.ZERO)).isPresent();
    }

    @Test
    void refusesToBeEmpty() {
        assertThatThrownBy(() -> new TokenBudget(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void growsIntoWhatIsFreeAndNeverWaits() throws Exception {
        TokenBudget budget = new TokenBudget(TOTAL);
        TokenBudget.Reservation mine = budget.reserve(40, Duration.ZERO).orElseThrow();
        TokenBudget.Reservation others = budget.reserve(50, Duration.ZERO).orElseThrow();
        assertThat(mine.growTo(51)).isFalse();
        assertThat(mine.growTo(50)).isTrue();
        others.close();
        assertThat(mine.growTo(TOTAL)).isTrue();
        assertThat(mine.growTo(TOTAL + 1)).isFalse();
        mine.close();
        assertThat(mine.growTo(1)).isFalse();
        assertThat(budget.reserved()).isZero();
    }

    @Test
    void letsNothingThatGrowsPastWorkThatWaitsToBegin() throws Exception {
        TokenBudget budget = new TokenBudget(TOTAL);
        TokenBudget.Reservation growing = budget.reserve(60, Duration.ZERO).orElseThrow();
        FutureTask<Boolean> beginning =
                new FutureTask<>(() -> budget.reserve(50, Duration.ofMinutes(1)).isPresent());
        Thread waiter = Thread.ofVirtual().start(beginning);
        await().untilAsserted(() -> assertThat(waiter.getState()).isEqualTo(Thread.State.TIMED_WAITING));

        boolean grown = growing.growTo(70);

        assertThat(grown).isFalse();
        growing.close();
        assertThat(beginning.get()).isTrue();
    }

    /** Each step is a code: take, shrink or close, of the reservation that the code names. */
    @Property
    void agreesWithTheSumOfItsReservations(@ForAll @Size(max = 60) List<@IntRange(min = 0, max = 999) Integer> codes)
            throws InterruptedException {
        TokenBudget budget = new TokenBudget(TOTAL);
        List<TokenBudget.Reservation> had = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (int code : codes) {
            int tokens = code / 3 % 130;
            if (code % 3 == 0 || had.isEmpty()) {
                int wanted = Math.clamp(tokens, 1, TOTAL);
                Optional<TokenBudget.Reservation> taken = budget.reserve(tokens, Duration.ZERO);
                assertThat(taken.isPresent()).isEqualTo(wanted <= TOTAL - sum(sizes));
                taken.ifPresent(had::add);
                taken.ifPresent(_ -> sizes.add(wanted));
            } else if (code % 3 == 1) {
                int which = code % had.size();
                had.get(which).shrinkTo(tokens);
                sizes.set(which, Math.min(sizes.get(which), tokens));
            } else {
                int which = code % had.size();
                had.get(which).close();
                sizes.set(which, 0);
            }
            assertThat(budget.reserved()).isEqualTo(sum(sizes)).isBetween(0, TOTAL);
        }
    }

    @Test
    void conservesItsTokensAmongThreads() throws Exception {
        TokenBudget budget = new TokenBudget(TOTAL);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Boolean>> users = List.of(user(budget, 1), user(budget, 2), user(budget, 3), user(budget, 4));
            for (Future<Boolean> alwaysInBounds : threads.invokeAll(users)) {
                assertThat(alwaysInBounds.get()).isTrue();
            }
        }
        assertThat(budget.reserved()).isZero();
    }

    @Test
    void neverHoldsMoreThanItHasUnderManyThreads() throws Exception {
        TokenBudget budget = new TokenBudget(TOTAL);
        AtomicInteger inUse = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<?>> done = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                done.add(threads.submit(() -> {
                    try (TokenBudget.Reservation _ =
                            budget.reserve(30, Duration.ofSeconds(30)).orElseThrow()) {
                        most.accumulateAndGet(inUse.addAndGet(30), Math::max);
                        inUse.addAndGet(-30);
                    }
                    return null;
                }));
            }
        }

        for (Future<?> one : done) {
            one.get();
        }

        assertThat(most.get()).isBetween(30, TOTAL);
        assertThat(budget.reserved()).isZero();
    }

    private static Callable<Boolean> user(TokenBudget budget, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return () -> {
            boolean inBounds = true;
            for (int i = 0; i < 2_000; i++) {
                try (TokenBudget.Reservation mine = budget.reserve(random.nextInt(1, TOTAL), Duration.ofDays(1))
                        .orElseThrow()) {
                    mine.shrinkTo(random.nextInt(TOTAL));
                    inBounds &= budget.reserved() >= 0 && budget.reserved() <= TOTAL;
                }
            }
            return inBounds;
        };
    }

    private static int sum(List<Integer> sizes) {
        return sizes.stream().mapToInt(Integer::intValue).sum();
    }
}
