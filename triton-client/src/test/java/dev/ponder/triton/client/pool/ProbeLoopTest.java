package dev.ponder.triton.client.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.mechanics.time.Ticker;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;

class ProbeLoopTest {

    @Test
    void looksByItselfOnTheSchedulerItIsGiven() {
        HandShard shard = new HandShard("one");
        ShardPool pool = new ShardPool(List.of(shard), HealthRule.standard(), Ticker.system());
        try (ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
                ProbeLoop _ = new ProbeLoop(
                        pool, HealthRule.standard(), Ticker.system(), new SplittableRandom(1), scheduler)) {
            await().untilAsserted(() -> assertThat(shard.running()).isEqualTo(1));
        }
    }
}
