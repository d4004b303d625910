package dev.ponder.reasoner.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.reasoner.path.Shard;
import dev.ponder.triton.client.generation.Generation;
import dev.ponder.triton.client.generation.GenerationEnd;
import dev.ponder.triton.client.generation.GenerationListener;
import dev.ponder.triton.client.generation.GenerationRequest;
import dev.ponder.triton.client.generation.TextDelta;
import dev.ponder.triton.client.token.ApproximateTokens;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the pool's shards do as configured, against a simulated shard. */
final class ShardsTest {

    private static final int LONG = 2_000;

    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();
    private Shard server;

    @BeforeEach
    void start() throws Exception {
        server = Shard.saying(Duration.ofMillis(5), () -> "on and on ".repeat(LONG));
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        looking.shutdownNow();
    }

    @Test
    void stopsByARequestWhatACancelledCallDoesNotReach() throws Exception {
        server.faults("deaf");
        try (Shards shards = shards("always")) {
            cancelOne(shards);

            await().atMost(Duration.ofSeconds(20)).until(() -> server.running() == 0);
        }
        assertThat(server.tokens()).isLessThan(LONG);
    }

    @Test
    void sendsNoStopToAModelThatIsNoEnsemble() throws Exception {
        server.faults("deaf");
        try (Shards shards = shards("as-needed")) {
            cancelOne(shards);
            long then = server.tokens();

            await().atMost(Duration.ofSeconds(20)).until(() -> server.tokens() > then + 50);
        }
        assertThat(server.running()).isEqualTo(1);
    }

    private static void cancelOne(Shards shards) throws Exception {
        Heard listener = new Heard();
        GenerationRequest request = GenerationRequest.greedy("g-1", "A question.", LONG, Duration.ofMinutes(1));
        Generation generation =
                shards.pool().choose(request, Set.of()).orElseThrow().start(request, listener);
        assertThat(listener.began.await(20, TimeUnit.SECONDS)).isTrue();
        generation.cancel();
        assertThat(listener.end.get(20, TimeUnit.SECONDS)).isInstanceOf(GenerationEnd.Cancelled.class);
    }

    private static final class Heard implements GenerationListener {
        private final CountDownLatch began = new CountDownLatch(1);
        private final CompletableFuture<GenerationEnd> end = new CompletableFuture<>();

        @Override
        public void onDelta(TextDelta delta) {
            began.countDown();
        }

        @Override
        public void onEnd(GenerationEnd ended) {
            end.complete(ended);
        }
    }

    private Shards shards(String stopRequests) {
        EngineConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(EngineConfig.class)
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "reasoner.engine.shards",
                                server.address(),
                                "reasoner.engine.stop-requests",
                                stopRequests),
                        "test",
                        100))
                .build()
                .getConfigMapping(EngineConfig.class);
        return new Shards(config, new ApproximateTokens(), Ticker.system(), looking);
    }
}
