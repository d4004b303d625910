package dev.ponder.triton.client.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GenerationRequestTest {

    @Test
    void neverShowsItsPrompt() {
        assertThat(GenerationRequest.greedy("id", "a secret", 1, Duration.ofSeconds(1)))
                .asString()
                .contains("id")
                .doesNotContain("secret");
    }

    @Test
    void refusesSamplingOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new GenerationRequest("id", "?", 1, Double.NaN, 1, null, List.of(), Duration.ofSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GenerationRequest("id", "?", 1, 1, 0, null, List.of(), Duration.ofSeconds(1)));
    }

    @Test
    void givesEachFailureACodeOfItsOwn() {
        assertThat(Arrays.stream(FailureKind.values()).map(FailureKind::code)).doesNotHaveDuplicates();
        assertThat(FailureKind.values()).allMatch(kind -> kind.isRetryable() || !kind.mayTryElsewhere());
    }
}
