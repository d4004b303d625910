package dev.ponder.scaling.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LateWatchTest {

    private static final Duration COLD_START = Duration.ofSeconds(100);
    private final LateWatch watch = new LateWatch();
    private int tick = 1;

    private Optional<String> look(double firstTokenP90) {
        return watch.look(Seen.waiting(tick++, firstTokenP90), COLD_START);
    }

    @Test
    void namesTheClassThatIsLateAgainAndAgain() {
        for (int i = 0; i < 5; i++) {
            look(1);
            look(7);
        }

        Optional<String> late = look(7);

        assertThat(late).contains("interactive");
    }

    @Test
    void passesOverAPeak() {
        for (int i = 0; i < 20; i++) {
            look(1);
        }

        Optional<String> late = look(7);

        assertThat(late).isEmpty();
    }

    @Test
    void namesNoneThatIsInTimeNow() {
        for (int i = 0; i < 20; i++) {
            look(7);
        }

        Optional<String> late = look(1);

        assertThat(late).isEmpty();
    }
}
