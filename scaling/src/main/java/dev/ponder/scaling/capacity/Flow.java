package dev.ponder.scaling.capacity;

import dev.ponder.scaling.observation.Work;

/**
 * Work a second.
 *
 * @param requestsPerSecond how many requests
 * @param inputTokensPerSecond of their prompts
 * @param outputTokensPerSecond that they are expected to need
 */
public record Flow(double requestsPerSecond, double inputTokensPerSecond, double outputTokensPerSecond) {

    /** Nothing. */
    public static final Flow NONE = new Flow(0, 0, 0);

    public Flow {
        if (!(requestsPerSecond >= 0 && inputTokensPerSecond >= 0 && outputTokensPerSecond >= 0)) {
            throw new IllegalArgumentException("a flow is not negative: %s requests, %s in, %s out a second"
                    .formatted(requestsPerSecond, inputTokensPerSecond, outputTokensPerSecond));
        }
    }

    /** Work spread over a time. */
    public static Flow of(Work work, double seconds) {
        return new Flow(work.requests() / seconds, work.inputTokens() / seconds, work.outputTokens() / seconds);
    }

    /** Both together. */
    public Flow plus(Flow other) {
        return new Flow(
                requestsPerSecond + other.requestsPerSecond,
                inputTokensPerSecond + other.inputTokensPerSecond,
                outputTokensPerSecond + other.outputTokensPerSecond);
    }

    /** So many times as much. */
    public Flow times(double factor) {
        return new Flow(requestsPerSecond * factor, inputTokensPerSecond * factor, outputTokensPerSecond * factor);
    }
}
