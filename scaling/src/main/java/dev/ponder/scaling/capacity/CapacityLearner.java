package dev.ponder.scaling.capacity;

import dev.ponder.scaling.observation.PaceSample;
import java.util.List;
import java.util.Optional;

/**
 * Learns what a replica can do from how fast replicas went. Prefill is taken as its lower quartile and not its mean, so that a
 * prompt which reads slowly is no surprise; slots are those configured, or more where more were seen busy. One thread.
 */
public final class CapacityLearner {

    private static final int REMEMBERED = 400;
    private static final int ENOUGH = 20;
    /** A speed over less than this many tokens says little. */
    private static final double TELLING_TOKENS = 500;

    private static final double CAUTIOUS = 0.25;

    private final ReplicaModel assumed;
    private final LastValues prefill = new LastValues(REMEMBERED);
    private final StepTimes steps = new StepTimes();
    private double mostSlots;

    /** Starts with what was configured. */
    public CapacityLearner(ReplicaModel assumed) {
        this.assumed = assumed;
        this.mostSlots = assumed.slots();
    }

    /** Takes what replicas did. */
    public void learn(List<PaceSample> paces) {
        for (PaceSample pace : paces) {
            if (pace.decoded()) {
                steps.add(pace.batch(), pace.secondsPerToken());
                mostSlots = Math.max(mostSlots, pace.batch());
            }
            if (pace.prefilledTokens() >= TELLING_TOKENS && pace.prefillSeconds() > 0) {
                prefill.add(pace.prefilledTokens() / pace.prefillSeconds());
            }
        }
    }

    /** What is known now. */
    public ReplicaModel model() {
        Optional<StepTimes.Line> line = steps.line();
        double read = prefill.size() < ENOUGH
                ? assumed.prefillTokensPerSecond()
                : prefill.quantile(CAUTIOUS).orElseThrow();
        return new ReplicaModel(
                (int) Math.floor(mostSlots),
                read,
                line.map(StepTimes.Line::base).orElse(assumed.stepSeconds()),
                line.map(StepTimes.Line::perSequence).orElse(assumed.stepSecondsPerSequence()));
    }
}
