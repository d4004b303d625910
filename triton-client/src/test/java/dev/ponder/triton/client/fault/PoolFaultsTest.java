package dev.ponder.triton.client.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.triton.client.generation.Generation;
import dev.ponder.triton.client.generation.GenerationEnd;
import dev.ponder.triton.client.generation.GenerationRequest;
import dev.ponder.triton.client.pool.HealthRule;
import dev.ponder.triton.client.pool.ProbeLoop;
import dev.ponder.triton.client.pool.ShardHealth;
import dev.ponder.triton.client.pool.ShardPool;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Four shards of which one does wrong: it is left out, the others go on, and it comes back. */
@SuppressWarnings("NullAway.Init") // start() runs first
class PoolFaultsTest {

    private static final HealthRule RULE =
            new HealthRule(Duration.ofMillis(100), Duration.ofMillis(400), Duration.ofSeconds(30));
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATE = Duration.ofSeconds(15);

    private final List<FaultyShard> shards = new ArrayList<>();
    private ScheduledExecutorService scheduler;
    private ShardPool pool;
    private ProbeLoop probes;

    @BeforeEach
    void start() throws IOException {
        for (int i = 0; i < 4; i++) {
            shards.add(new FaultyShard());
        }
        pool = new ShardPool(shards.stream().map(FaultyShard::client).toList(), RULE, Ticker.system());
        scheduler = Executors.newSingleThreadScheduledExecutor();
        probes = new ProbeLoop(pool, RULE, Ticker.system(), new SplittableRandom(1), scheduler);
        await().untilAsserted(() -> assertThat(pool.healthy()).isEqualTo(4));
    }

    @AfterEach
    void stop() {
        probes.close();
        scheduler.shutdownNow();
        shards.forEach(FaultyShard::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wedged", "stall=0", "cut=0", "rst=0", "goaway=0", "error=0", "leaving"})
    void leavesTheFaultyOneOutAndTakesItBack(String fault) throws Exception {
        FaultyShard bad = shards.getFirst();
        bad.faults(fault);

        List<Ending> first = startOnAll(SOON);
        awaitAll(first);
        await().untilAsserted(() ->
                assertThat(healthOf(bad)).isInstanceOfAny(ShardHealth.Suspect.class, ShardHealth.Leaving.class));
        List<Ending> second = startOnAll(LATE);

        assertThat(awaitAll(second)).allMatch(GenerationEnd.Completed.class::isInstance);
        bad.faults("");
        await().untilAsserted(() -> assertThat(pool.healthy()).isEqualTo(4));
    }

    @Test
    void goesOnWithThreeOfFour() throws Exception {
        shards.getFirst().kill();
        awaitAll(startOnAll(LATE));

        List<Ending> after = startOnAll(LATE);

        assertThat(awaitAll(after)).allMatch(GenerationEnd.Completed.class::isInstance);
        assertThat(pool.healthy()).isEqualTo(3);
    }

    @Test
    void keepsAShardWhoseQueueIsFull() throws Exception {
        shards.getFirst().faults("queue-full");

        List<GenerationEnd> ends = awaitAll(startOnAll(LATE));

        assertThat(ends.stream().filter(GenerationEnd.Failed.class::isInstance)).hasSize(1);
        assertThat(healthOf(shards.getFirst())).isInstanceOf(ShardHealth.Healthy.class);
    }

    /** The pool gives equals in turn, so that each shard gets one. */
    private List<Ending> startOnAll(Duration deadline) {
        List<Ending> endings = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Ending ending = new Ending();
            endings.add(ending);
            Generation _ =
                    pool.start(GenerationRequest.greedy("p-" + System.nanoTime(), "tokens=20", 60, deadline), ending);
        }
        return endings;
    }

    private static List<GenerationEnd> awaitAll(List<Ending> endings) throws Exception {
        List<GenerationEnd> ends = new ArrayList<>();
        for (Ending one : endings) {
            ends.add(one.await());
        }
        return ends;
    }

    private ShardHealth healthOf(FaultyShard shard) {
        return pool.views().stream()
                .filter(view -> view.name().equals(shard.client().name()))
                .findFirst()
                .orElseThrow()
                .health();
    }
}
