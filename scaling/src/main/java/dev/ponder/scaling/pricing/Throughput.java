package dev.ponder.scaling.pricing;

import static java.util.Objects.requireNonNull;

/**
 * What one replica generates, all its answers together.
 *
 * @param slow where its answers may be slow
 * @param fast where they must be fast; never above {@code slow}
 */
public record Throughput(TokenRate slow, TokenRate fast) {

    public Throughput {
        requireNonNull(slow, "slow is null");
        if (fast.compareTo(slow) > 0) {
            throw new IllegalArgumentException("fast is above slow: " + fast.perSecond() + " and " + slow.perSecond()
                    + " tokens a second; many answers side by side generate at least as much as few");
        }
    }

    /** The rate at a speed of output. */
    public TokenRate at(OutputSpeed speed) {
        return switch (speed) {
            case SLOW -> slow;
            case FAST -> fast;
        };
    }
}
