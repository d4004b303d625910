package dev.ponder.triton.client.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.triton.client.generation.FailureKind;
import dev.ponder.triton.client.generation.FinishReason;
import dev.ponder.triton.client.generation.GenerationEnd;
import dev.ponder.triton.client.generation.TokenUsage;
import dev.ponder.triton.client.pool.ShardHealth.Healthy;
import dev.ponder.triton.client.pool.ShardHealth.Joining;
import dev.ponder.triton.client.pool.ShardHealth.Leaving;
import dev.ponder.triton.client.pool.ShardHealth.Suspect;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HealthRuleTest {

    private static final GenerationEnd WORKED = new GenerationEnd.Completed(FinishReason.STOP, new TokenUsage(1, 1));
    private static final GenerationEnd BROKE = failed(FailureKind.UNAVAILABLE);
    private static final GenerationEnd LEFT = failed(FailureKind.LEAVING);
    private final HealthRule rule =
            new HealthRule(Duration.ofNanos(100), Duration.ofNanos(500), Duration.ofNanos(1000));

    private static GenerationEnd failed(FailureKind kind) {
        return new GenerationEnd.Failed(kind, "it failed", TokenUsage.NONE);
    }

    @Test
    void trustsWhatGenerates() {
        assertThat(rule.afterGeneration(new Joining(), WORKED, 7)).isEqualTo(new Healthy(7));
        assertThat(rule.afterGeneration(new Suspect(3, 9), WORKED, 7)).isEqualTo(new Healthy(7));
    }

    @Test
    void doublesThePauseUpToTheLongest() {
        ShardHealth once = rule.afterProbe(new Healthy(0), BROKE, 0);
        ShardHealth twice = rule.afterProbe(once, BROKE, 100);
        ShardHealth often = twice;
        for (long now = 300; now < 5000; now += 500) {
            often = rule.afterProbe(often, BROKE, now);
        }

        assertThat(once).isEqualTo(new Suspect(1, 100));
        assertThat(twice).isEqualTo(new Suspect(2, 300));
        assertThat(often)
                .isInstanceOfSatisfying(
                        Suspect.class,
                        suspect -> assertThat(suspect.untilNanos()).isEqualTo(4800 + 500));
    }

    @Test
    void countsStreamsThatBreakTogetherAsOneFailure() {
        ShardHealth first = rule.afterGeneration(new Healthy(0), BROKE, 0);

        assertThat(rule.afterGeneration(first, BROKE, 50)).isEqualTo(first);
    }

    @Test
    void doesNotTakeAnEndingStreamForTheReturnOfALeavingShard() {
        ShardHealth leaving = rule.afterGeneration(new Healthy(0), LEFT, 0);

        assertThat(leaving).isEqualTo(new Leaving(500));
        assertThat(rule.afterGeneration(leaving, WORKED, 10)).isEqualTo(leaving);
        assertThat(rule.afterProbe(leaving, WORKED, 600)).isEqualTo(new Healthy(600));
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureKind.class,
            names = {"REFUSED", "TOO_LARGE", "QUEUE_FULL", "NO_SHARD"})
    void blamesNoShardForWhatIsNotItsFault(FailureKind kind) {
        assertThat(rule.afterGeneration(new Healthy(1), failed(kind), 7)).isEqualTo(new Healthy(1));
    }

    @Test
    void suspectsAShardThatLetADeadlinePassWithoutAToken() {
        GenerationEnd slow = new GenerationEnd.Failed(FailureKind.DEADLINE, "late", new TokenUsage(1, 5));

        assertThat(rule.afterGeneration(new Healthy(1), failed(FailureKind.DEADLINE), 0))
                .isInstanceOf(Suspect.class);
        assertThat(rule.afterGeneration(new Healthy(1), slow, 0)).isEqualTo(new Healthy(1));
    }

    @Test
    void probesNewIdleSuspectAndLeavingShardsWhenDue() {
        assertThat(rule.isProbeDue(new Joining(), 0)).isTrue();
        assertThat(rule.isProbeDue(new Healthy(0), 999)).isFalse();
        assertThat(rule.isProbeDue(new Healthy(0), 1000)).isTrue();
        assertThat(rule.isProbeDue(new Suspect(1, 100), 99)).isFalse();
        assertThat(rule.isProbeDue(new Suspect(1, 100), 100)).isTrue();
        assertThat(rule.isProbeDue(new Leaving(100), 100)).isTrue();
    }
}
