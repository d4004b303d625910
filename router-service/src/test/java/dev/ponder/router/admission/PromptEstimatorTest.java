package dev.ponder.router.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.request.ChatMessage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PromptEstimatorTest {

    @ParameterizedTest
    @CsvSource({"'', 4", "abcd, 5", "abcde, 6", "三角形, 7", "三角形abcd, 8", "𠀀, 5"})
    void countsIdeographsSinglyAndOthersInFours(String text, int tokens) {
        assertThat(PromptEstimator.tokens(List.of(new ChatMessage("user", text))))
                .isEqualTo(tokens);
    }

    @Test
    void countsEveryTurn() {
        ChatMessage turn = new ChatMessage("user", "abcd");
        assertThat(PromptEstimator.tokens(List.of(turn, turn, turn))).isEqualTo(15);
    }
}
