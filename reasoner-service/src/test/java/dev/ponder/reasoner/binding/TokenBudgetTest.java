package dev.ponder.reasoner.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TokenBudgetTest {

    private static final int TOTAL = 100;

    @Property(tries = 300)
    boolean addsUpWhateverIsReservedAndClosed(@ForAll long seed) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        TokenBudget budget = new TokenBudget(TOTAL);
        List<TokenBudget.Reservation> held = new ArrayList<>();
        boolean within = true;
        for (int i = 0; i < 50; i++) {
            budget.reserve(1 + random.nextInt(60), Duration.ZERO).ifPresent(held::add);
            if (!held.isEmpty() && random.nextInt(3) == 0) {
                held.remove(random.nextInt(held.size())).close();
            }
            within &= budget.reserved() >= 0 && budget.reserved() <= TOTAL;
        }
        held.forEach(TokenBudget.Reservation::close);
        return within && budget.reserved() == 0;
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

    @Test
    void cutsWhatCouldNeverBeHad() throws InterruptedException {
        TokenBudget budget = new TokenBudget(TOTAL);

        Optional<TokenBudget.Reservation> all = budget.reserve(TOTAL * 2, Duration.ZERO);

        assertThat(all).isPresent();
        assertThat(budget.reserve(1, Duration.ZERO)).isEmpty();
    }
}
