package dev.ponder.autoscaler.actuation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.scaling.decision.Bounds;
import dev.ponder.scaling.decision.Decision;
import dev.ponder.scaling.observation.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ActuatorTest {

    private static final Bounds BOUNDS = new Bounds(1, 6);
    private static final Map<String, Reading<Double>> NOBODY = Map.of();

    private final Map<String, Integer> marked = new HashMap<>();
    private boolean leads = true;

    @Test
    void asksForWhatWasDecided() throws Exception {
        FakeTarget target = new FakeTarget(2);
        Actuator actuator = on(target);
        actuator.look(0);

        Actuation became = actuator.apply(wanting(4), NOBODY);

        assertThat(became).isEqualTo(new Actuation.Scaled(2, 4));
        assertThat(target.replicas()).isEqualTo(4);
        assertThat(marked).isEmpty();
    }

    @Test
    void writesNothingWhereNothingChanges() throws Exception {
        FakeTarget target = new FakeTarget(3);
        Actuator actuator = on(target);
        actuator.look(0);

        Actuation became = actuator.apply(wanting(3), NOBODY);

        assertThat(became).isEqualTo(new Actuation.Unchanged(3));
        assertThat(target.writes()).isEmpty();
    }

    @Test
    void marksWhatEachReplicaHoldsBeforeOneIsTaken() throws Exception {
        Actuator actuator = on(new FakeTarget(3));
        actuator.look(0);

        Actuation became = actuator.apply(
                wanting(2),
                Map.of("busy", Reading.of(900.0), "idle", Reading.of(0.0), "mute", Reading.missing("no page")));

        assertThat(became).isEqualTo(new Actuation.Scaled(3, 2));
        assertThat(marked)
                .containsOnly(Map.entry("busy", 900), Map.entry("idle", 0), Map.entry("mute", Integer.MAX_VALUE));
    }

    @Test
    void standsByWhileAnotherLeads() throws Exception {
        FakeTarget target = new FakeTarget(2);
        Actuator actuator = on(target);
        leads = false;
        actuator.look(0);

        Actuation became = actuator.apply(wanting(5), NOBODY);

        assertThat(became).isEqualTo(new Actuation.Standby());
        assertThat(target.reads()).isZero();
    }

    @Test
    void doesNotActOnWhatItSawBeforeItLedAgain() throws Exception {
        FakeTarget target = new FakeTarget(2);
        Actuator actuator = on(target);
        actuator.look(0);
        leads = false;
        actuator.look(1);
        leads = true;

        Actuation became = actuator.apply(wanting(5), NOBODY);

        assertThat(became).isInstanceOf(Actuation.Undone.class);
        assertThat(target.writes()).isEmpty();
    }

    @Test
    void overwritesNobodyWhoWroteSinceItLooked() throws Exception {
        FakeTarget target = new FakeTarget(2);
        Actuator actuator = on(target);
        actuator.look(0);
        target.changedTo(5);

        Actuation became = actuator.apply(wanting(3), NOBODY);

        assertThat(became).isInstanceOf(Actuation.Undone.class);
        assertThat(target.replicas()).isEqualTo(5);
    }

    @Test
    void letsOneOfTwoWinWhoBothThinkThatTheyLead() throws Exception {
        FakeTarget target = new FakeTarget(2);
        Actuator one = on(target);
        Actuator other = on(target);
        one.look(0);
        other.look(0);

        List<Actuation> became = List.of(one.apply(wanting(4), NOBODY), other.apply(wanting(1), NOBODY));

        assertThat(became.getFirst()).isEqualTo(new Actuation.Scaled(2, 4));
        assertThat(became.getLast()).isInstanceOf(Actuation.Undone.class);
        assertThat(target.writes()).containsExactly(4);
    }

    @Test
    void writesOnceMoreWhereOnlyTheStatusChanged() throws Exception {
        FakeTarget target = new FakeTarget(2);
        Actuator actuator = on(target);
        actuator.look(0);
        target.touched();

        Actuation became = actuator.apply(wanting(3), NOBODY);

        assertThat(became).isEqualTo(new Actuation.Scaled(2, 3));
    }

    @Test
    void asksNothingUntilItMayAgain() throws Exception {
        FakeTarget target =
                new FakeTarget(2).refuses(new Answer.Throttled<>(Duration.ofSeconds(30), "too many requests"));
        Actuator actuator = on(target);
        actuator.look(0);
        actuator.look(Duration.ofSeconds(29).toNanos());

        Actuation refused = actuator.apply(wanting(3), NOBODY);

        assertThat(refused).isInstanceOf(Actuation.Undone.class);
        assertThat(target.reads()).isEqualTo(1);
        actuator.look(Duration.ofSeconds(30).toNanos());
        assertThat(actuator.apply(wanting(3), NOBODY)).isEqualTo(new Actuation.Scaled(2, 3));
    }

    @Test
    void waitsAsLongAsAWriteWasToldHoweverLongTheTurnHadTaken() throws Exception {
        FakeTarget target = new FakeTarget(2);
        Actuator actuator = on(target);
        actuator.look(0);
        target.refuses(new Answer.Throttled<>(Duration.ofSeconds(30), "too many requests"));
        actuator.apply(wanting(3), NOBODY);
        actuator.look(Duration.ofSeconds(10).toNanos());

        actuator.look(Duration.ofSeconds(39).toNanos());

        assertThat(actuator.apply(wanting(3), NOBODY)).isInstanceOf(Actuation.Undone.class);
        actuator.look(Duration.ofSeconds(40).toNanos());
        assertThat(actuator.apply(wanting(3), NOBODY)).isEqualTo(new Actuation.Scaled(2, 3));
    }

    @Test
    void triesAgainAfterTheServerFailed() throws Exception {
        FakeTarget target = new FakeTarget(2).refuses(new Answer.Failed<>("status 500"));
        Actuator actuator = on(target);
        actuator.look(0);

        Actuation refused = actuator.apply(wanting(3), NOBODY);

        assertThat(refused).isEqualTo(new Actuation.Undone("status 500"));
        actuator.look(1);
        assertThat(actuator.apply(wanting(3), NOBODY)).isEqualTo(new Actuation.Scaled(2, 3));
    }

    @Property
    void neverLeavesTheBoundsWhateverWasDecided(
            @ForAll @IntRange(max = 1000) int wanted, @ForAll @IntRange(max = 20) int before) throws Exception {
        FakeTarget target = new FakeTarget(before);
        Actuator actuator = Actuator.on(target, CostMarks.none(), Leadership.alone(), BOUNDS);
        actuator.look(0);

        Actuation became = actuator.apply(wanting(wanted), NOBODY);

        assertThat(became).isNotInstanceOf(Actuation.Undone.class);
        assertThat(target.replicas()).isBetween(BOUNDS.min(), BOUNDS.max());
    }

    private Actuator on(FakeTarget target) {
        return Actuator.on(target, marked::putAll, () -> leads, BOUNDS);
    }

    private static Decision wanting(int replicas) {
        return new Decision.Kept(Instant.EPOCH, replicas, List.of("for the test"));
    }
}
