package dev.ponder.scaling.observation;

/**
 * An amount of work.
 *
 * @param requests how many
 * @param inputTokens of all their prompts together
 * @param outputTokens that they are expected to need together; nobody knows before they end
 */
public record Work(double requests, double inputTokens, double outputTokens) {

    /** None. */
    public static final Work NONE = new Work(0, 0, 0);

    public Work {
        if (!(requests >= 0 && inputTokens >= 0 && outputTokens >= 0)
                || Double.isInfinite(requests + inputTokens + outputTokens)) {
            throw new IllegalArgumentException("work is finite and not negative: %s requests, %s in, %s out"
                    .formatted(requests, inputTokens, outputTokens));
        }
    }

    /** Both together. */
    public Work plus(Work other) {
        return new Work(requests + other.requests, inputTokens + other.inputTokens, outputTokens + other.outputTokens);
    }

    /** So many times as much. */
    public Work times(double factor) {
        return new Work(requests * factor, inputTokens * factor, outputTokens * factor);
    }

    /** Whether there is any. */
    public boolean isNone() {
        return requests == 0 && inputTokens == 0 && outputTokens == 0;
    }
}
