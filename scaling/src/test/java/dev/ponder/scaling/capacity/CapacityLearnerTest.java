package dev.ponder.scaling.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ponder.scaling.observation.PaceSample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CapacityLearnerTest {

    private static final ReplicaModel ASSUMED = new ReplicaModel(60, 5000, 0.05, 0.001);

    private static List<PaceSample> paces(int count) {
        SplittableRandom random = new SplittableRandom(1);
        List<PaceSample> paces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double batch = 1 + random.nextInt(60);
            double noise = 1 + 0.02 * random.nextGaussian();
            paces.add(new PaceSample(batch, (0.015 + 0.00033 * batch) * noise, 13_000, 1));
        }
        return paces;
    }

    @Test
    void learnsStepTimesAndPrefill() {
        CapacityLearner learner = new CapacityLearner(ASSUMED);

        learner.learn(paces(500));

        ReplicaModel model = learner.model();
        assertThat(model.stepSeconds()).isCloseTo(0.015, within(0.001));
        assertThat(model.stepSecondsPerSequence()).isCloseTo(0.00033, within(0.00003));
        assertThat(model.prefillTokensPerSecond()).isCloseTo(13_000, within(1.0));
    }

    @Test
    void keepsToWhatWasAssumedWhileAllBatchesAreAlike() {
        CapacityLearner learner = new CapacityLearner(ASSUMED);

        learner.learn(List.of(new PaceSample(8, 0.02, 0, 0), new PaceSample(8, 0.021, 0, 0)));

        assertThat(learner.model()).isEqualTo(ASSUMED);
    }

    @Test
    void takesTheNinetiethPercentileOfColdStarts() {
        ColdStarts coldStarts = new ColdStarts(Duration.ofSeconds(100));
        for (int i = 1; i <= 10; i++) {
            coldStarts.warmed(Duration.ofSeconds(10L * i));
        }

        Duration expected = coldStarts.expected();

        assertThat(expected).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void assumesAColdStartUntilSomeWereSeen() {
        ColdStarts coldStarts = new ColdStarts(Duration.ofSeconds(100));
        coldStarts.warmed(Duration.ofSeconds(1));

        assertThat(coldStarts.expected()).isEqualTo(Duration.ofSeconds(100));
    }
}
