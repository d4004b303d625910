package dev.ponder.router.settlement.decision;

import static dev.ponder.router.settlement.decision.Outcomes.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SettledIdsTest {

    private final SettledIds settled = new SettledIds(Duration.ofMinutes(1));

    @Test
    void freesWhatIsPastItsTime() {
        settled.add("old", NOW);
        settled.add("young", NOW.plusSeconds(30));
        settled.forgetOld(NOW.plusSeconds(60));
        assertThat(settled.size()).isEqualTo(1);
    }

    @Test
    void remembersAnewWhatIsSettledAnew() {
        settled.add("a", NOW);
        settled.add("b", NOW.plusSeconds(30));
        settled.add("a", NOW.plusSeconds(90));
        settled.forgetOld(NOW.plusSeconds(120));
        assertThat(settled.contains("a", NOW.plusSeconds(120))).isTrue();
        assertThat(settled.size()).isEqualTo(1);
    }

    @Test
    void forgetsWhatTheRegisterDeleted() {
        settled.add("a", NOW);
        settled.remove("a");
        assertThat(settled.contains("a", NOW)).isFalse();
    }
}
