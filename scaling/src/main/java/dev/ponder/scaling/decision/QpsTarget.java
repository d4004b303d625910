package dev.ponder.scaling.decision;

import dev.ponder.scaling.capacity.Flow;
import java.util.Locale;

/**
 * Enough replicas for a rate that somebody has promised, whatever is asked now, of requests as long as they are lately.
 *
 * @param requestsPerSecond the rate
 * @param inputTokens of a request, until requests are seen
 * @param outputTokens of a request, until requests are seen
 */
public record QpsTarget(double requestsPerSecond, double inputTokens, double outputTokens) implements ScalingPolicy {

    /** What it is called. */
    public static final String NAME = "qps-target";

    public QpsTarget {
        if (!(requestsPerSecond > 0 && inputTokens > 0 && outputTokens > 0)) {
            throw new IllegalArgumentException("a target is positive: %s requests/s of %s + %s tokens"
                    .formatted(requestsPerSecond, inputTokens, outputTokens));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Proposal propose(Situation situation) {
        double replicas = situation
                .model()
                .replicasFor(
                        promised(situation.outlook().flow()), situation.model().slots());
        return new Proposal.AtLeast(
                replicas,
                String.format(Locale.ROOT, "%.3g requests/s take %.2f replicas", requestsPerSecond, replicas));
    }

    private Flow promised(Flow lately) {
        return lately.requestsPerSecond() == 0
                ? new Flow(requestsPerSecond, requestsPerSecond * inputTokens, requestsPerSecond * outputTokens)
                : lately.times(requestsPerSecond / lately.requestsPerSecond());
    }
}
