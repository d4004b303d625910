package dev.ponder.local.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.result.Result;
import org.junit.jupiter.api.Test;

class AnswerLinesTest {

    private static final RequestId ID = new RequestId("a");

    @Test
    void givesTheAnswerAndWhatItCost() {
        assertThat(AnswerLines.of(new Result(Told.answer(ID, "It is\n19/12.", "engine"))))
                .containsExactly("It is", "19/12.", "(thought, 7 tokens, 31 ms, 0.000014 USD)");
    }

    @Test
    void saysWhatCameFromTheCache() {
        assertThat(AnswerLines.of(new Result(Told.answer(ID, "2", "cache"))))
                .last()
                .asString()
                .startsWith("(from the cache, ");
    }

    @Test
    void givesAnErrorWithItsCode() {
        assertThat(AnswerLines.of(new Result(Told.error(ID, "deadline_passed", "too late"))))
                .containsExactly("Error deadline_passed: too late");
    }
}
