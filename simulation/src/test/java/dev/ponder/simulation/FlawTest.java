package dev.ponder.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.simulation.actor.Flaw;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlawTest {

    private static final int SEEDS = 20;

    @ParameterizedTest
    @CsvSource({
        "SETTLEMENT_FORGETS, I2 doubled",
        "NOBODY_WATCHES, I1 lost",
        "DONE_TOO_SOON, I7 done too soon",
        "READ_TOO_SOON, I7 read too soon"
    })
    void isSeenAndSaysHowToSeeItAgain(Flaw flaw, String invariant) {
        String failures = failures(flaw);

        assertThat(failures).contains(invariant).contains("again: ./ponder bench simulation --seeds 1 --seed ");
    }

    @Test
    void isNeededToSeeAny() {
        String failures = failures(Flaw.NONE);

        assertThat(failures).isEmpty();
    }

    private static String failures(Flaw flaw) {
        StringBuilder all = new StringBuilder();
        LongStream.rangeClosed(1, SEEDS)
                .forEach(seed -> all.append(Simulation.play(seed, flaw).failure()));
        return all.toString();
    }
}
