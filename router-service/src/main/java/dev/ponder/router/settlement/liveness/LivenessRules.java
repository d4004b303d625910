package dev.ponder.router.settlement.liveness;

import java.time.Duration;

/**
 * When work counts as nobody's.
 *
 * @param maxAttempts how often it is dispatched at most
 * @param grace how long after its deadline the worker's own outcome is waited for
 * @param patience how long after its record or its lease is gone its outcome is waited for
 * @param fadesAfter after what time the register is told of it again
 */
public record LivenessRules(int maxAttempts, Duration grace, Duration patience, Duration fadesAfter) {

    public LivenessRules {
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("maxAttempts is below 1: " + maxAttempts);
        }
        requirePositive(grace, "grace");
        requirePositive(patience, "patience");
        requirePositive(fadesAfter, "fadesAfter");
    }

    private static void requirePositive(Duration duration, String name) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException(name + " is not positive: " + duration);
        }
    }
}
