package dev.ponder.scaling.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.scaling.capacity.Flow;
import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.forecast.Outlook;
import dev.ponder.scaling.observation.Due;
import dev.ponder.scaling.observation.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DeadlineBatchTest {

    private static final int MOST = 12;
    private static final Instant NOW = Instant.EPOCH.plus(Seen.TICK);
    private static final Duration COLD_START = Duration.ofSeconds(100);
    /** Four slots, a second a token whatever the batch, and prompts that take no time: so that it can be reckoned by hand. */
    private static final ReplicaModel SLOW = new ReplicaModel(4, 1e12, 1, 0);

    private final DeadlineBatch policy = new DeadlineBatch(50, 0.5, Set.of("batch"));

    private static Due due(int minutes, int pieces) {
        return new Due(NOW.plus(Duration.ofMinutes(minutes)), new Work(pieces, pieces * 500.0, pieces * 1000.0), 1500);
    }

    private static Situation situation(List<Due> due) {
        return situation(due, 0, 0, Seen.MODEL);
    }

    private static Situation situation(List<Due> due, int ready, double busy, ReplicaModel model) {
        return new Situation(
                Seen.due(1, ready, due),
                model,
                COLD_START,
                new Outlook(Flow.NONE, busy, busy, 0, 0, 0),
                Optional.empty());
    }

    private int replicas(List<Due> due) {
        return replicas(policy, situation(due));
    }

    private static int replicas(DeadlineBatch policy, Situation situation) {
        return switch (policy.propose(situation)) {
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

    @Test
    void takesSoManyMoreAsOtherWorkKeepsBusy() {
        List<Due> due = List.of(due(12, 2000));

        int beside = replicas(policy, situation(due, 0, 3, Seen.MODEL));

        assertThat(beside).isEqualTo(replicas(due) + 3);
    }

    @Test
    void hasAllThereIsWhereThereIsNoOtherWork() {
        List<Due> due = List.of(due(12, 2000));

        int replicas = replicas(new DeadlineBatch(50, 0.5), situation(due, 0, 3, Seen.MODEL));

        assertThat(replicas).isEqualTo(replicas(due));
    }

    @Test
    void fillsTheSlackOfWhatIsThereForOtherWork() {
        int replicas = replicas(policy, situation(List.of(due(60, 200)), 3, 2.4, Seen.MODEL));

        assertThat(replicas).isEqualTo(3);
    }

    @Test
    void letsGoOfWhatNoBatchWorkFills() {
        int replicas = replicas(policy, situation(List.of(due(720, 30)), 9, 1.2, Seen.MODEL));

        assertThat(replicas).isEqualTo(2);
    }

    @Test
    void keepsWhatBatchWorkFills() {
        int replicas = replicas(policy, situation(List.of(due(720, 2000)), 9, 1.2, Seen.MODEL));

        assertThat(replicas).isEqualTo(9);
    }

    @Test
    void countsPromptsThatOneReplicaCannotReadInTime() {
        Due prompts = new Due(NOW.plus(Duration.ofMinutes(30)), new Work(2000, 2000 * 20_000.0, 2000), 1);

        int replicas = replicas(policy, situation(List.of(prompts)));

        assertThat(replicas).isEqualTo(2);
    }

    @Test
    void asksForNoMoreThanFillsWhatIsTooLateAnyway() {
        Due stuck = new Due(NOW.minus(Duration.ofMinutes(5)), new Work(1, 500, 1000), 1000);

        int replicas = replicas(policy, situation(List.of(stuck, due(720, 30))));

        assertThat(replicas).isOne();
    }

    @Property
    boolean isNeverLateWhereMoreReplicasWouldBeInTime(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 20, max = 400) Integer> seconds,
            @ForAll @IntRange(min = 1, max = 900) int step,
            @ForAll @IntRange(max = 3) int ready,
            @ForAll @IntRange(max = 2) int busy,
            @ForAll Random random) {
        List<EarliestFirst.Piece> pieces = seconds.stream()
                .map(one -> new EarliestFirst.Piece(one, 1 + random.nextInt(step * 4)))
                .toList();
        DeadlineBatch exact = new DeadlineBatch(MOST, 0, Set.of("batch"));

        int replicas = replicas(exact, situation(dues(pieces), ready, busy, SLOW));

        return replicas <= MOST
                && EarliestFirst.late(pieces, slots(MOST, ready, busy))
                        .containsAll(EarliestFirst.late(pieces, slots(replicas, ready, busy)));
    }

    private static List<Due> dues(List<EarliestFirst.Piece> pieces) {
        return pieces.stream()
                .map(one -> new Due(
                        NOW.plusMillis(Math.round(one.deadline() * 1000)),
                        new Work(1, 0, one.seconds()),
                        one.seconds()))
                .toList();
    }

    /** When each slot is free for batch work, those of replicas that other work keeps busy left out. */
    private static List<Double> slots(int replicas, int ready, int busy) {
        List<Double> free = new ArrayList<>();
        for (int i = busy; i < replicas; i++) {
            free.addAll(Collections.nCopies(SLOW.slots(), i < ready ? 0.0 : COLD_START.toSeconds()));
        }
        return free;
    }
}
