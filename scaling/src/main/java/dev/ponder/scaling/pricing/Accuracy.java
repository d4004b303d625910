package dev.ponder.scaling.pricing;

import java.math.BigDecimal;

/**
 * How often an answer is right.
 *
 * @param share above 0, at most 1
 */
public record Accuracy(BigDecimal share) {

    public Accuracy {
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("share is not above 0 and at most 1: " + share);
        }
    }
}
