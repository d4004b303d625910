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
import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.decision.Bounds;
import dev.ponder.scaling.decision.Decision;
import dev.ponder.scaling.decision.LawSettings;
import dev.ponder.scaling.log.DecisionEntry;
import dev.ponder.scaling.log.DecisionLines;
import dev.ponder.scaling.log.LawEntry;
import dev.ponder.scaling.log.LogEntry;
import dev.ponder.scaling.observation.Objective;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.Reading;
import dev.ponder.scaling.replay.Replay;
import dev.ponder.scaling.replay.Replayed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
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
                    Optional.empty(),
                    Optional.empty())));

    private static final LawSettings SETTINGS =
            LawSettings.standard(new Bounds(0, 4), new ReplicaModel(64, 8000, 0.015, 0.0002), Duration.ofMinutes(2));

    private final List<PoolLoop> running = new ArrayList<>();
    private final Ticker ticker = Ticker.system();
    private final DecisionBoard board = new DecisionBoard(ticker, Duration.ofMinutes(1));
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final LoopMeters meters = new LoopMeters(registry, board, List.of(MAIN), Map.of());

    @AfterEach
    void stopLoops() throws InterruptedException {
        for (PoolLoop one : running) {
            one.stop();
        }
    }

    @Test
    void goesOnAfterATurnThatFailed() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Law failsTwice = law(seen -> {
            if (asked.incrementAndGet() <= 2) {
                throw new IllegalStateException("a law that does not hold");
            }
            return two(seen);
        });

        PoolLoop loop = started(failsTwice, _ -> {});

        await().untilAsserted(() -> assertThat(count("standby")).isPositive());
        assertThat(board.wanted(MAIN)).isEqualTo(2);
        assertThat(loop.isAlive()).isTrue();
        assertThat(count("failed")).isEqualTo(2);
    }

    @Test
    void writesEachDecisionDownWithWhatItWasMadeFrom(@TempDir Path dir) throws Exception {
        Path file = dir.resolve("decisions.jsonl");

        started(law(PoolLoopTest::two), new FileSink(file, ticker));

        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(Files.readAllLines(file)).hasSizeGreaterThan(2));
        assertThat(DecisionLines.read(Files.readAllLines(file).get(1)))
                .isInstanceOfSatisfying(DecisionEntry.class, entry -> {
                    assertThat(entry.pool()).isEqualTo("main");
                    assertThat(entry.decided().replicas()).isEqualTo(2);
                    assertThat(entry.seen().missing())
                            .contains("no page of a reasoner is set up", "no scale target is set up");
                });
    }

    @Test
    void writesTheLawDownOnceAndBeforeItsFirstDecision() throws Exception {
        List<LogEntry> written = new CopyOnWriteArrayList<>();

        started(law(PoolLoopTest::two), written::add);

        await().untilAsserted(() -> assertThat(written).hasSizeGreaterThan(2));
        assertThat(written.getFirst()).isInstanceOfSatisfying(LawEntry.class, law -> {
            assertThat(law.pool()).isEqualTo("main");
            assertThat(law.begins()).isTrue();
            assertThat(law.settings()).isEqualTo(SETTINGS);
        });
        assertThat(written.subList(1, 3)).hasOnlyElementsOfType(DecisionEntry.class);
    }

    @Test
    void writesALogThatReplays(@TempDir Path dir) throws Exception {
        Path file = dir.resolve("decisions.jsonl");
        started(Law.of(SETTINGS), new FileSink(file, ticker));
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(Files.readAllLines(file)).hasSizeGreaterThan(5));

        Replay replay = new Replay();
        List<Replayed> replayed = new ArrayList<>();
        for (String line : Files.readAllLines(file).subList(0, 5)) {
            replayed.add(replay.take(DecisionLines.read(line)));
        }

        assertThat(replayed.getFirst()).isInstanceOf(Replayed.Began.class);
        assertThat(replayed.subList(1, 5)).hasOnlyElementsOfType(Replayed.Same.class);
    }

    @Test
    void goesOnWhereDecisionsCannotBeWritten(@TempDir Path dir) throws Exception {
        started(law(PoolLoopTest::two), new FileSink(dir.resolve("no such folder/decisions.jsonl"), ticker));

        await().untilAsserted(() -> assertThat(count("standby")).isGreaterThan(1));
    }

    @Test
    void isNotAliveAfterItsEnd() throws Exception {
        PoolLoop loop = started(law(PoolLoopTest::two), _ -> {});

        loop.stop();

        await().untilAsserted(() -> assertThat(loop.isAlive()).isFalse());
    }

    private PoolLoop started(Law law, DecisionSink sink) {
        PoolSources sources = new PoolSources(
                () -> Map.of("work", Reading.of(new TopicBacklog(5, 5))),
                PageSource.unset("no page of a reasoner is set up"),
                PageSource.none(),
                ReplicaSource.unset("no scale target is set up"),
                (_, _) -> Reading.missing("no class has deadlines"));
        PoolTurn turn = new PoolTurn(MAIN, new PoolWatch(POOL, sources, ticker), law, sink, board, Actuator.standby());
        PoolLoop loop = new PoolLoop(turn, meters, SHORT, ticker);
        running.add(loop);
        loop.start();
        return loop;
    }

    private static Law law(Function<PoolObservation, Decision> rule) {
        return new Law(SETTINGS, rule);
    }

    private static Decision two(PoolObservation seen) {
        return new Decision.Kept(seen.at(), 2, List.of("for the test"));
    }

    private double count(String outcome) {
        return registry.counter("ponder.autoscaler.turns", "pool", "main", "outcome", outcome)
                .count();
    }
}
