package dev.ponder.fleet.scaler;

import dev.ponder.fleet.demand.SimulatedRequest;
import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.observation.Objective;
import dev.ponder.scaling.observation.PoolObservation;
import java.time.Duration;
import java.util.List;

/**
 * Knows all that will be asked and how long it will take, and asks for replicas a cold start before they are needed; keeps one over a
 * lull that is shorter than starting another. What nobody can do, to measure against.
 */
public final class Clairvoyant implements FleetScaler {

    /** It is asked at every tick, and a tick lasts no longer. */
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(10);

    private final double[] needed;
    private final long ahead;
    private final double factor;

    private Clairvoyant(double[] needed, long ahead, double factor) {
        this.needed = needed;
        this.ahead = ahead;
        this.factor = factor;
    }

    /**
     * Looks at everything.
     *
     * @param coldStart what it has to pay all the same
     * @param factor replicas for each that is needed if work spread evenly
     */
    public static Clairvoyant of(
            List<SimulatedRequest> requests,
            List<Objective> objectives,
            ReplicaModel model,
            Duration coldStart,
            double factor) {
        int seconds = (int) Math.ceil(requests.getLast().due()) + 600;
        double[] held = new double[seconds + 1];
        double[][] prompts = new double[objectives.size()][seconds];
        for (SimulatedRequest one : requests) {
            double from = one.due();
            double to = from
                    + one.inputTokens() / model.prefillTokensPerSecond()
                    + one.outputTokens() * model.secondsPerToken(model.slots());
            held[(int) from] += 1;
            held[Math.min(seconds, (int) Math.ceil(to))] -= 1;
            prompts[one.classIndex()][(int) from] += one.inputTokens();
        }
        double[] needed = new double[seconds];
        double now = 0;
        for (int i = 0; i < seconds; i++) {
            now += held[i];
            needed[i] = now / model.slots();
        }
        for (int most = 0; most < objectives.size(); most++) {
            addPrompts(needed, prompts, objectives, most, model.prefillTokensPerSecond());
        }
        return new Clairvoyant(needed, coldStart.plus(LOOKS_EVERY).toSeconds(), factor);
    }

    /** Prompts of all classes that can wait no longer than one of them, over the time that it can. */
    private static void addPrompts(
            double[] needed, double[][] prompts, List<Objective> objectives, int horizon, double tokensPerSecond) {
        double limit = objectives.get(horizon).firstTokenSeconds();
        int window = Math.max(1, (int) limit);
        double tokens = 0;
        for (int i = 0; i < needed.length; i++) {
            for (int one = 0; one < prompts.length; one++) {
                if (objectives.get(one).firstTokenSeconds() <= limit) {
                    tokens += prompts[one][i] - (i < window ? 0 : prompts[one][i - window]);
                }
            }
            needed[i] = Math.max(needed[i], tokens / window / tokensPerSecond);
        }
    }

    @Override
    public int desired(PoolObservation seen) {
        int from = Math.clamp(seen.at().getEpochSecond(), 0, needed.length - 1);
        int to = (int) Math.min(needed.length, from + ahead);
        double most = 0;
        for (int i = from; i < to; i++) {
            most = Math.max(most, needed[i]);
        }
        return (int) Math.ceil(most * factor);
    }
}
