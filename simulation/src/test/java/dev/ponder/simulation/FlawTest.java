package dev.ponder.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.simulation.actor.Flaw;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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
        "READ_TOO_SOON, I7 read too soon",
        "SETTLEMENT_FORGETS, I2 contradicted",
        "BILLS_EACH_DELIVERY, I4 billed",
        "NEVER_LOOKS_BACK, I4 thought twice",
        "ANSWERS_BY_ID_ALONE, I5 foreign",
        "RESUMES_BY_ID_ALONE, I5 foreign",
        "DEADLINES_PASS, I6 late",
        "NEVER_DONE, I9 stuck",
        "LEAVES_PROGRESS, I9 left behind"
    })
    void isSeenAndSaysHowToSeeItAgain(Flaw flaw, String invariant) {
        Optional<String> seen =
                failures(flaw).filter(failure -> failure.contains(invariant)).findFirst();

        assertThat(seen)
                .hasValueSatisfying(
                        failure -> assertThat(failure).contains("again: ./ponder bench simulation --seeds 1 --seed "));
    }

    @Test
    void isNeededToSeeAny() {
        Stream<String> failures = failures(Flaw.NONE);

        assertThat(failures).containsOnly("");
    }

    /** Of a seed after the other, as long as somebody asks for more. */
    private static Stream<String> failures(Flaw flaw) {
        return LongStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> Simulation.play(seed, flaw).failure());
    }
}
