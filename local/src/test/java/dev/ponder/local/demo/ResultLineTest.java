package dev.ponder.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.id.RequestId;
import dev.ponder.local.exchange.Question;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ResultLineTest {

    @Test
    void showsOneLineWhateverTheQuestionHolds() {
        Question question = Question.chat(new RequestId("a"), "Two\nlines and \u001B[31mred");

        String line = ResultLine.of(new Ledger.Answered(question, Results.thought("a", 12), Duration.ofMillis(34), 0));

        assertThat(line)
                .contains("Two lines and \uFFFD[31mred", "thought", "12", "34", "0.012")
                .doesNotContain("\n", "\u001B");
    }
}
