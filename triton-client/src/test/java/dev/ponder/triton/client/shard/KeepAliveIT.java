package dev.ponder.triton.client.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.triton.client.token.ApproximateTokens;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What goes over the wire to keep a connection alive, at the most often that gRPC pings. */
class KeepAliveIT {

    private static final Duration OFTEN = Duration.ofSeconds(10);
    private static final ShardSettings SETTINGS =
            ShardSettings.of("tensorrt_llm").withKeepAlive(OFTEN, OFTEN);

    private static TritonShard through(PingCounter wire) {
        return new TritonShard(wire.address(), SETTINGS, new ApproximateTokens(), Ticker.system());
    }

    @Test
    void pingsOnlyWhileACallRunsAndNotBeforeItsTime() throws Exception {
        try (ScriptedShard server = new ScriptedShard(Wire.LLMAPI, (_, _) -> {});
                PingCounter busyWire = new PingCounter(server.address().port());
                PingCounter idleWire = new PingCounter(server.address().port());
                TritonShard busy = through(busyWire);
                TritonShard idle = through(idleWire)) {
            idle.join();
            busy.join();
            long beganNanos = System.nanoTime();
            busy.start(ShardFixture.request(Duration.ofMinutes(1)), new RecordingListener());

            await().atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> assertThat(busyWire.pings()).isPositive());

            assertThat(Duration.ofNanos(System.nanoTime() - beganNanos)).isGreaterThanOrEqualTo(OFTEN.minusMillis(500));
            assertThat(busyWire.pings()).isEqualTo(1);
            assertThat(idleWire.pings()).isZero();
        }
    }
}
