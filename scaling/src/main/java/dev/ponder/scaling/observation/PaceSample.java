package dev.ponder.scaling.observation;

/**
 * How fast one replica went since the observation before.
 *
 * @param batch mean sequences that it decoded at once, 0 where it decoded none
 * @param secondsPerToken mean time between two tokens of a sequence, 0 where it decoded none
 * @param prefilledTokens how many prompt tokens it read
 * @param prefillSeconds for how long it did
 */
public record PaceSample(double batch, double secondsPerToken, double prefilledTokens, double prefillSeconds) {

    public PaceSample {
        if (!(batch >= 0 && secondsPerToken >= 0 && prefilledTokens >= 0 && prefillSeconds >= 0)) {
            throw new IllegalArgumentException("a pace is not negative: %s per batch of %s, %s tokens in %s s"
                    .formatted(secondsPerToken, batch, prefilledTokens, prefillSeconds));
        }
    }

    /** Whether it decoded. */
    public boolean decoded() {
        return batch > 0 && secondsPerToken > 0;
    }
}
