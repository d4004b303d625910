package dev.ponder.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.simulation.check.Happening;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SimulationTest {

    /** Held, since the log manager forgets the level of a logger that nobody holds. */
    private static final Logger SERVICES = Logger.getLogger("dev.ponder");

    private static final int SEEDS = 200;

    @BeforeAll
    static void hush() {
        SERVICES.setLevel(Level.OFF);
    }

    @Test
    void breaksNothingUnderAnySeedThoughEverythingHappens() {
        List<SimulatedRun> runs = LongStream.rangeClosed(1, SEEDS)
                .parallel()
                .mapToObj(Simulation::play)
                .toList();

        assertThat(runs).extracting(SimulatedRun::failure).containsOnly("");
        assertThat(runs).allSatisfy(run -> assertThat(run.settled()).isEqualTo(run.accepted()));
        assertThat(happenedIn(runs)).containsAll(EnumSet.complementOf(EnumSet.of(Happening.BROKEN)));
    }

    private static Set<Happening> happenedIn(List<SimulatedRun> runs) {
        Set<Happening> happened = EnumSet.noneOf(Happening.class);
        runs.forEach(run -> run.happened().forEach((what, times) -> {
            if (times > 0) {
                happened.add(what);
            }
        }));
        return happened;
    }
}
