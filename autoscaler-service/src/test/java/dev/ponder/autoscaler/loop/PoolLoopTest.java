package dev.ponder.autoscaler.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.autoscaler.actuation.Actuator;
import dev.ponder.autoscaler.board.DecisionBoard;
import dev.ponder.autoscaler.observation.PoolWatch;
import dev.ponder.autoscaler.pool.ServedClass;
import dev.ponder.autoscaler.pool.ServedPool;
import dev.ponder.autoscaler.source.PageSource;
import dev.ponder.autoscaler.source.PoolSources;
import dev.ponder.autoscaler.source.ReplicaSource;
import dev.ponder.autoscaler.source.TopicBacklog;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.scaling.decision.Decision;
import dev.ponder.scaling.log.DecisionEntry;
import dev.ponder.scaling.log.DecisionLines;
import dev.ponder.scaling.observation.Objective;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.Reading;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoolLoopTest {

    private static final PoolId MAIN = new PoolId("main");
    private static final Duration SHORT = Duration.ofMillis(5);
    private static final ServedPool POOL = new ServedPool(
            MAIN,
            List.of(new ServedClass(
                    "work",
                    new Objective("standard", Duration.ofMinutes(1), Duration.ofMillis(50)),
                    Optional.empty(),
                    Optional.empty())));

    private final List<PoolLoop> running = new ArrayList<>();
    private final Ticker ticker = Ticker.system();
    private final DecisionBoard board = new DecisionBoard(ticker, Duration.ofMinutes(1));
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final LoopMeters meters = new LoopMeters(registry, board, List.of(MAIN));

    @AfterEach
    void stopLoops() throws InterruptedException {
        for (PoolLoop one : running) {
            one.stop();
        }
    }

    @Test
    void goesOnAfterATurnThatFailed() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Law failsTwice = seen -> {
            if (asked.incrementAndGet() <= 2) {
                throw new IllegalStateException("a law that does not hold");
            }
            return two(seen);
        };

        PoolLoop loop = started(failsTwice, _ -> {});

        await().untilAsserted(() -> assertThat(count("standby")).isPositive());
        assertThat(board.wanted(MAIN)).isEqualTo(2);
        assertThat(loop.isAlive()).isTrue();
        assertThat(count("failed")).isEqualTo(2);
    }

    @Test
    void writesEachDecisionDownWithWhatItWasMadeFrom(@TempDir Path dir) throws Exception {
        Path file = dir.resolve("decisions.jsonl");

        started(PoolLoopTest::two, new FileSink(file));

        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(Files.readAllLines(file)).hasSizeGreaterThan(1));
        DecisionEntry entry = DecisionLines.read(Files.readAllLines(file).getFirst());
        assertThat(entry.pool()).isEqualTo("main");
        assertThat(entry.decided().replicas()).isEqualTo(2);
        assertThat(entry.seen().missing()).contains("no page of a reasoner is set up", "no scale target is set up");
    }

    @Test
    void goesOnWhereDecisionsCannotBeWritten(@TempDir Path dir) throws Exception {
        started(PoolLoopTest::two, new FileSink(dir.resolve("no such folder/decisions.jsonl")));

        await().untilAsserted(() -> assertThat(count("standby")).isGreaterThan(1));
    }

    @Test
    void isNotAliveAfterItsEnd() throws Exception {
        PoolLoop loop = started(PoolLoopTest::two, _ -> {});

        loop.stop();

        await().untilAsserted(() -> assertThat(loop.isAlive()).isFalse());
    }

    private PoolLoop started(Law law, DecisionSink sink) {
        PoolSources sources = new PoolSources(
                () -> Map.of("work", Reading.of(new TopicBacklog(5, 5))),
                PageSource.unset("no page of a reasoner is set up"),
                PageSource.none(),
                ReplicaSource.unset("no scale target is set up"));
        PoolTurn turn = new PoolTurn(MAIN, new PoolWatch(POOL, sources, ticker), law, sink, board, Actuator.standby());
        PoolLoop loop = new PoolLoop(turn, meters, SHORT, ticker);
        running.add(loop);
        loop.start();
        return loop;
    }

    private static Decision two(PoolObservation seen) {
        return new Decision.Kept(seen.at(), 2, List.of("for the test"));
    }

    private double count(String outcome) {
        return registry.counter("ponder.autoscaler.turns", "pool", "main", "outcome", outcome)
                .count();
    }
}
