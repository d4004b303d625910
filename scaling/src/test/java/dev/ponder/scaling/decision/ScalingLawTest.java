package dev.ponder.scaling.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.scaling.forecast.ForecastSettings;
import dev.ponder.scaling.observation.Due;
import dev.ponder.scaling.observation.Reading;
import dev.ponder.scaling.observation.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ScalingLawTest {

    private static final long TEN_MINUTES = 600;

    /** Runs a law over arrivals, its replicas ready at once; gives what it decided. */
    private static List<Decision> decisions(List<Double> arrivals, int min, int max) {
        ScalingLaw law = new ScalingLaw(Seen.settings(min, max, new TokenWork(), new SloFeedback()));
        List<Decision> decisions = new ArrayList<>();
        int replicas = min;
        for (int tick = 1; tick <= arrivals.size(); tick++) {
            Decision decision = law.decide(Seen.arriving(tick, replicas, arrivals.get(tick - 1)));
            replicas = decision.replicas();
            decisions.add(decision);
        }
        return decisions;
    }

    @Property(tries = 200)
    boolean staysWithinItsBounds(
            @ForAll @Size(min = 1, max = 120) List<@DoubleRange(min = 0, max = 200) Double> arrivals,
            @ForAll @IntRange(max = 3) int min,
            @ForAll @IntRange(min = 3, max = 9) int max) {
        return decisions(arrivals, min, max).stream()
                .allMatch(decision -> decision.replicas() >= min && decision.replicas() <= max);
    }

    /** However short a spike is for a law that follows only what lasts. */
    @Property(tries = 200)
    boolean neverGoesToNoneWhileWorkWaits(
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = 0, max = 20) Double> arrivals,
            @ForAll @IntRange(min = 1, max = 100) int coldStart) {
        ScalingLaw law = new ScalingLaw(Seen.forgetful(9, Duration.ofSeconds(1), Duration.ofSeconds(coldStart)));
        double waiting = 0;
        int replicas = 0;
        for (int tick = 1; tick <= arrivals.size(); tick++) {
            double came = arrivals.get(tick - 1);
            waiting += came;
            replicas = law.decide(Seen.at(tick, replicas, Reading.of(Seen.work(came)), Reading.of(Seen.work(waiting))))
                    .replicas();
            if (waiting > 0 && replicas == 0) {
                return false;
            }
        }
        return true;
    }

    @Property(tries = 200)
    boolean turnsNoMoreThanTwiceInTenMinutes(
            @ForAll @Size(min = 1, max = 400) List<@DoubleRange(min = 0, max = 200) Double> arrivals) {
        List<Long> turns = new ArrayList<>();
        Class<?> last = null;
        for (Decision decision : decisions(arrivals, 0, 9)) {
            if (!(decision instanceof Decision.Kept)) {
                if (last != null && last != decision.getClass()) {
                    turns.add(decision.at().getEpochSecond());
                }
                last = decision.getClass();
            }
        }
        for (int i = 2; i < turns.size(); i++) {
            if (turns.get(i) - turns.get(i - 2) <= TEN_MINUTES) {
                return false;
            }
        }
        return true;
    }

    @Test
    void growsAtOnceToWhatTheWorkNeeds() {
        ScalingLaw law = new ScalingLaw(Seen.settings(1, 20, new TokenWork()));

        Decision decision = law.decide(Seen.arriving(1, 1, 50));

        assertThat(decision).isInstanceOf(Decision.Grown.class);
        assertThat(decision.replicas()).isBetween(5, 7);
        assertThat(decision.reasons().getFirst()).startsWith("token-work: work keeps ");
    }

    @Test
    void shrinksOnlyAfterColdStartsOfQuiet() {
        List<Double> arrivals = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            arrivals.add(i < 5 ? 50.0 : 0.0);
        }

        List<Decision> decisions = decisions(arrivals, 0, 20);

        Instant firstShrink = decisions.stream()
                .filter(Decision.Shrunk.class::isInstance)
                .findFirst()
                .orElseThrow()
                .at();
        assertThat(firstShrink.getEpochSecond()).isGreaterThanOrEqualTo(300);
        assertThat(decisions.getLast().replicas()).isLessThan(3);
    }

    @Test
    void saysWhatHoldsReplicasThatNoWorkKeepsBusy() {
        List<Double> arrivals = new ArrayList<>();
        for (int i = 0; i < 520; i++) {
            arrivals.add(i < 5 || (i >= 400 && i < 405) ? 50.0 : 0.0);
        }

        List<Decision> decisions = decisions(arrivals, 0, 20);

        Set<String> held = decisions.stream()
                .filter(Decision.Kept.class::isInstance)
                .map(decision -> decision.reasons().getFirst())
                .filter(reason -> reason.startsWith("hold: "))
                .collect(Collectors.toSet());
        assertThat(held)
                .anySatisfy(reason -> assertThat(reason).contains("has not watched for"))
                .anySatisfy(reason -> assertThat(reason).contains("were asked for within the last"))
                .anySatisfy(reason -> assertThat(reason).contains("has turned within ten minutes"));
    }

    @Test
    void keepsWhatItWantedWhereTheClusterIsSilent() {
        ScalingLaw law = new ScalingLaw(Seen.settings(0, 20, new TokenWork()));
        int before = law.decide(Seen.arriving(1, 1, 50)).replicas();

        Decision decision = law.decide(Seen.unknownReplicas(2));

        assertThat(decision.replicas()).isEqualTo(before);
        assertThat(decision).isInstanceOf(Decision.Kept.class);
    }

    @Test
    void neverShrinksWhileASourceIsMissing() {
        ScalingLaw law = new ScalingLaw(Seen.settings(0, 20, new TokenWork()));

        List<Integer> replicas = new ArrayList<>();
        for (int tick = 1; tick < 200; tick++) {
            replicas.add(law.decide(Seen.at(tick, 4, Reading.missing("no lag"), Reading.of(Work.NONE)))
                    .replicas());
        }

        assertThat(replicas).containsOnly(4);
    }

    @Test
    void goesToZeroWhenNothingIsAskedForLong() {
        List<Double> nothing = Collections.nCopies(100, 0.0);
        ScalingLaw law = new ScalingLaw(Seen.settings(0, 20, new TokenWork()));
        int replicas = 3;

        for (int tick = 1; tick <= nothing.size(); tick++) {
            replicas = law.decide(Seen.arriving(tick, replicas, 0)).replicas();
        }

        assertThat(replicas).isZero();
    }

    @Test
    void keepsToWhatAnHourMayCost() {
        ScalingLaw law = new ScalingLaw(Seen.settings(0, 20, new TokenWork(), new CostCap(2.5, 10)));

        Decision decision = law.decide(Seen.arriving(1, 1, 100));

        assertThat(decision.replicas()).isEqualTo(4);
        assertThat(decision.reasons().getFirst()).isEqualTo("cost-cap: 10.00 an hour pays for 4 replicas");
    }

    @Test
    void plansWorkWithDeadlinesByThemAlone() {
        ScalingLaw law = new ScalingLaw(
                Seen.settings(0, 20, new TokenWork(), new DeadlineBatch(20, 0.5, Set.of("interactive"))));
        Due due = new Due(Instant.EPOCH.plus(Duration.ofHours(3)), Seen.work(50), 1000);

        Decision decision = law.decide(Seen.arriving(1, 0, 50, List.of(due)));

        assertThat(decision.replicas()).isOne();
        assertThat(decision.reasons().getFirst()).startsWith("deadline-batch: batch work of 1 deadlines, ");
    }

    @Test
    void keepsRoomForSpikesAsLongAsItRemembersThemAndNoLonger() {
        List<Double> arrivals = new ArrayList<>();
        for (int tick = 0; tick < 600; tick++) {
            arrivals.add(tick < 120 && tick % 12 == 0 ? 60.0 : 0.0);
        }

        List<Decision> decisions = decisions(arrivals, 0, 20);

        Instant last = Instant.EPOCH.plus(Seen.TICK.multipliedBy(109));
        Duration remembered = ForecastSettings.standard().remembers();
        assertThat(wantedAt(decisions, last.plus(remembered).minusSeconds(60))).isPositive();
        assertThat(wantedAt(decisions, last.plus(remembered).plus(Duration.ofMinutes(6))))
                .isZero();
    }

    /** A peak that is not followed, since all before it were soon over, lets nothing grow and lets nothing go. */
    @Test
    void keepsWhatHasWorkThoughItWillSoonBeOver() {
        ScalingLaw law = new ScalingLaw(Seen.forgetful(3, Duration.ofSeconds(5), Duration.ofMinutes(1)));
        int spikeEvery = 30;
        for (int tick = 1; tick < 3 * spikeEvery; tick++) {
            boolean isSpike = tick % spikeEvery < 2;
            law.decide(Seen.waiting(tick, 3, Reading.of(Seen.work(isSpike ? 1000 : 0))));
        }

        Decision decision = law.decide(Seen.waiting(3 * spikeEvery, 3, Reading.of(Seen.work(1000))));

        assertThat(decision).isInstanceOf(Decision.Kept.class);
        assertThat(decision.reasons()).first().isEqualTo("hold: 3 have work now");
    }

    @Test
    void sleepsSoonAfterASpikeWhereItRemembersLittle() {
        ScalingLaw law = new ScalingLaw(Seen.forgetful(9, Duration.ofSeconds(5), Duration.ofSeconds(1)));
        int replicas = law.decide(Seen.arriving(1, 0, 60)).replicas();

        for (int tick = 2; tick <= 12; tick++) {
            replicas = law.decide(Seen.arriving(tick, replicas, 0)).replicas();
        }

        assertThat(replicas).isZero();
    }

    private static int wantedAt(List<Decision> decisions, Instant at) {
        return decisions.stream()
                .filter(one -> !one.at().isAfter(at))
                .reduce((_, later) -> later)
                .orElseThrow()
                .replicas();
    }

    @Test
    void keepsWhenTheClockGoesBack() {
        ScalingLaw law = new ScalingLaw(Seen.settings(0, 20, new TokenWork()));
        int before = law.decide(Seen.arriving(50, 1, 50)).replicas();

        Decision decision = law.decide(Seen.arriving(2, before, 0));

        assertThat(decision.replicas()).isEqualTo(before);
    }
}
