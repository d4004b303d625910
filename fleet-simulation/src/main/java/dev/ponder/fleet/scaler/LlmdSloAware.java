package dev.ponder.fleet.scaler;

import dev.ponder.scaling.observation.ClassLoad;
import dev.ponder.scaling.observation.PaceSample;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.ReplicaState.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * llm-d's SLO-aware law (guides/workload-autoscaling/slo-aware): the larger of TTFT and TPOT over their objectives, clamped at 2 and
 * averaged over 45 s, credited with what is starting; up above 0.55 by 100 % or four a minute, down below 0.40 by one in 120 s. Our
 * reading of its published text, on simulated latencies and not those of its predictor. One thread.
 */
public final class LlmdSloAware implements FleetScaler {

    private static final double UP = 0.55;
    private static final double DOWN = 0.40;
    private static final double MOST = 2;
    private static final Duration MEAN_OVER = Duration.ofSeconds(45);
    private static final Duration UP_EVERY = Duration.ofMinutes(1);
    private static final Duration DOWN_EVERY = Duration.ofMinutes(2);

    private record Seen(Instant at, double saturation) {}

    private final Deque<Seen> window = new ArrayDeque<>();
    private Instant changed = Instant.EPOCH;
    private int wanted;

    /** Starts with what there is. */
    public LlmdSloAware(int replicas) {
        this.wanted = replicas;
    }

    @Override
    public int desired(PoolObservation seen) {
        Instant now = seen.at();
        saturation(seen).ifPresent(value -> window.addLast(new Seen(now, value)));
        while (!window.isEmpty() && window.getFirst().at().isBefore(now.minus(MEAN_OVER))) {
            window.removeFirst();
        }
        double mean = window.stream().mapToDouble(Seen::saturation).average().orElse(0);
        double credited = mean * seen.count(Phase.READY).orElse(wanted) / Math.max(1, wanted);
        if (credited > UP && !now.isBefore(changed.plus(UP_EVERY))) {
            int wish = (int) Math.ceil(wanted * credited / UP);
            change(now, Math.min(wish, Math.max(2 * wanted, wanted + 4)));
        } else if (mean < DOWN && wanted > 1 && !now.isBefore(changed.plus(DOWN_EVERY))) {
            change(now, wanted - 1);
        }
        return wanted;
    }

    private void change(Instant now, int replicas) {
        changed = now;
        wanted = replicas;
    }

    private static Optional<Double> saturation(PoolObservation seen) {
        double worst = -1;
        for (ClassLoad one : seen.classes()) {
            double firstToken =
                    one.firstTokenP90().known().orElse(-1.0) / one.objective().firstTokenSeconds();
            double perToken = slowest(seen) / one.objective().perTokenSeconds();
            worst = Math.max(worst, Math.max(firstToken, perToken));
        }
        return worst < 0 ? Optional.empty() : Optional.of(Math.min(worst, MOST));
    }

    private static double slowest(PoolObservation seen) {
        return seen.paces().known().orElse(List.of()).stream()
                .mapToDouble(PaceSample::secondsPerToken)
                .max()
                .orElse(0);
    }
}
