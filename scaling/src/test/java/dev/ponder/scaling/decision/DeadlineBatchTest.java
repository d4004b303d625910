package dev.ponder.scaling.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.scaling.capacity.Flow;
import dev.ponder.scaling.forecast.Outlook;
import dev.ponder.scaling.observation.Due;
import dev.ponder.scaling.observation.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DeadlineBatchTest {

    private static final Instant NOW = Instant.EPOCH.plus(Seen.TICK);
    private final DeadlineBatch policy = new DeadlineBatch(50, 0.5);

    private static Due due(int minutes, int pieces) {
        return new Due(NOW.plus(Duration.ofMinutes(minutes)), new Work(pieces, pieces * 500.0, pieces * 1000.0), 1500);
    }

    private static Situation situation(List<Due> due) {
        return new Situation(
                Seen.due(1, 0, due),
                Seen.MODEL,
                Duration.ofSeconds(100),
                new Outlook(Flow.NONE, 0, 0, 0, 0),
                Optional.empty());
    }

    private int replicas(List<Due> due) {
        return switch (policy.propose(situation(due))) {
            case Proposal.Exactly floor -> floor.replicas();
            case Proposal.AtLeast _, Proposal.AtMost _, Proposal.Silent _ -> 0;
        };
    }

    @Test
    void takesOneReplicaWhileThereIsTimeForIt() {
        int replicas = replicas(List.of(due(720, 2000)));

        assertThat(replicas).isOne();
    }

    @Test
    void takesMoreForTheSameWorkInLessTime() {
        int replicas = replicas(List.of(due(12, 2000)));

        assertThat(replicas).isBetween(3, 6);
    }

    @Test
    void saysNothingWhereNothingWaits() {
        Proposal proposal = policy.propose(situation(List.of()));

        assertThat(proposal).isInstanceOf(Proposal.Silent.class);
    }

    @Property
    boolean neverTakesFewerForMoreWork(
            @ForAll @IntRange(min = 10, max = 300) int minutes,
            @ForAll @IntRange(min = 1, max = 2000) int pieces,
            @ForAll @IntRange(max = 2000) int more) {
        return replicas(List.of(due(minutes, pieces + more))) >= replicas(List.of(due(minutes, pieces)));
    }

    @Property
    boolean neverTakesFewerForAnEarlierDeadlineBeside(
            @ForAll @IntRange(min = 10, max = 300) int minutes, @ForAll @IntRange(min = 1, max = 500) int pieces) {
        Due late = due(720, 2000);
        return replicas(List.of(late, due(minutes, pieces))) >= replicas(List.of(late));
    }
}
