package dev.ponder.autoscaler.it;

import dev.ponder.autoscaler.board.DecisionBoard;
import dev.ponder.autoscaler.board.Sights;
import dev.ponder.autoscaler.kafka.KafkaBacklog;
import dev.ponder.autoscaler.pool.PoolConfig.QueueKind;
import dev.ponder.autoscaler.serving.ScalerEndpoint;
import dev.ponder.autoscaler.serving.ScalerServer;
import dev.ponder.autoscaler.serving.ServingConfig;
import dev.ponder.autoscaler.serving.WakeWatch;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.scaling.decision.Decision;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.admin.Admin;

/** The side of KEDA, served for one pool on a free port; what the law decides is laid by hand. */
final class Scaler implements AutoCloseable {

    private final DecisionBoard board = new DecisionBoard(Ticker.system(), Duration.ofMinutes(1));
    private final WakeWatch watch;
    private final ScalerServer server;

    private Scaler(Admin admin, List<String> topics, String group) {
        KafkaBacklog backlog = new KafkaBacklog(admin, topics, group, QueueKind.SHARE_GROUP, Duration.ofSeconds(1));
        this.watch = new WakeWatch(new PoolId("main"), backlog, board, Duration.ofMillis(150));
        this.server = new ScalerServer(
                new Serving(),
                new ScalerEndpoint(List.of(watch), board, Ticker.system()),
                Executors.newVirtualThreadPerTaskExecutor());
    }

    static Scaler start(Admin admin, List<String> topics, String group) throws IOException {
        Scaler scaler = new Scaler(admin, topics, group);
        scaler.watch.start();
        scaler.server.start();
        return scaler;
    }

    int port() {
        return server.port();
    }

    void decide(int replicas) {
        board.post(
                new PoolId("main"), Sights.calm(), new Decision.Kept(Instant.EPOCH, replicas, List.of("for the test")));
    }

    @Override
    public void close() {
        try {
            watch.stop();
            server.stop();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private record Serving() implements ServingConfig {

        @Override
        public int port() {
            return 0;
        }

        @Override
        public Duration grace() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration wakeInterval() {
            return Duration.ofMillis(150);
        }

        @Override
        public Duration maxAge() {
            return Duration.ofMinutes(1);
        }

        @Override
        public Optional<Path> certificate() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> key() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> authorities() {
            return Optional.empty();
        }

        @Override
        public Optional<List<String>> clients() {
            return Optional.empty();
        }
    }
}
