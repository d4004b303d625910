package dev.ponder.autoscaler.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.mechanics.time.ManualTicker;
import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.decision.Bounds;
import dev.ponder.scaling.decision.Decision;
import dev.ponder.scaling.decision.LawSettings;
import dev.ponder.scaling.log.DecisionEntry;
import dev.ponder.scaling.log.DecisionLines;
import dev.ponder.scaling.log.LawEntry;
import dev.ponder.scaling.log.LogEntry;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSinkTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final LawEntry MAIN = law("main", 4);
    private static final LawEntry OTHER = law("other", 9);

    @TempDir
    private Path dir;

    private final ManualTicker ticker = new ManualTicker(NOON);

    @Test
    void beginsEachFileWithTheLawsThatRun() throws IOException {
        FileSink sink = new FileSink(file(), ticker);
        sink.write(MAIN);
        sink.write(OTHER);
        sink.write(decision("main"));
        Files.move(file(), dir.resolve("older.jsonl"));
        ticker.advance(Duration.ofMinutes(1));

        sink.write(decision("other"));
        sink.write(decision("main"));

        Instant later = NOON.plus(Duration.ofMinutes(1));
        assertThat(lines())
                .containsExactly(
                        DecisionLines.write(MAIN.again(later)),
                        DecisionLines.write(OTHER.again(later)),
                        DecisionLines.write(decision("other")),
                        DecisionLines.write(decision("main")));
    }

    @Test
    void saysTheLawsAgainWhereTheFileWasEmptied() throws IOException {
        FileSink sink = new FileSink(file(), ticker);
        sink.write(MAIN);
        sink.write(decision("main"));
        Files.writeString(file(), "");

        sink.write(decision("main"));

        assertThat(lines())
                .containsExactly(DecisionLines.write(MAIN.again(NOON)), DecisionLines.write(decision("main")));
    }

    @Test
    void saysALawOnceWhereNothingWasMoved() throws IOException {
        FileSink sink = new FileSink(file(), ticker);

        List.<LogEntry>of(MAIN, decision("main"), decision("main")).forEach(sink::write);

        assertThat(lines())
                .containsExactly(
                        DecisionLines.write(MAIN),
                        DecisionLines.write(decision("main")),
                        DecisionLines.write(decision("main")));
    }

    @Test
    void beginsALineOfItsOwnAfterOneThatWasCut() throws IOException {
        Files.writeString(file(), "{\"v\":1,\"pool\":\"ma");

        new FileSink(file(), ticker).write(MAIN);

        assertThat(lines()).containsExactly("{\"v\":1,\"pool\":\"ma", DecisionLines.write(MAIN));
    }

    @Test
    void remembersALawThatItCouldNotWrite() throws IOException {
        Path folder = dir.resolve("later");
        FileSink sink = new FileSink(folder.resolve("decisions.jsonl"), ticker);
        sink.write(MAIN);
        Files.createDirectory(folder);

        sink.write(decision("main"));

        assertThat(Files.readAllLines(folder.resolve("decisions.jsonl")))
                .containsExactly(DecisionLines.write(MAIN.again(NOON)), DecisionLines.write(decision("main")));
    }

    private Path file() {
        return dir.resolve("decisions.jsonl");
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(file());
    }

    private static LawEntry law(String pool, int max) {
        return new LawEntry(
                pool,
                NOON,
                true,
                LawSettings.standard(
                        new Bounds(0, max), new ReplicaModel(64, 8000, 0.015, 0.0002), Duration.ofMinutes(2)));
    }

    private static DecisionEntry decision(String pool) {
        PoolObservation seen = new PoolObservation(
                NOON,
                Duration.ofSeconds(5),
                Reading.of(List.of()),
                List.of(),
                Reading.missing("unset"),
                Reading.missing("unset"));
        return new DecisionEntry(pool, seen, new Decision.Kept(NOON, 0, List.of("nothing to do")));
    }
}
