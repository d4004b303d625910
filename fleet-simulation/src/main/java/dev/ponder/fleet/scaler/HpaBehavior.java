package dev.ponder.fleet.scaler;

import dev.ponder.scaling.decision.Wishes;
import java.time.Duration;
import java.time.Instant;

/**
 * How far Kubernetes' HPA follows a wish: up by the larger of 100 % and four at a time, down to the largest wish of 300 s, never to none
 * (Kubernetes, "Horizontal Pod Autoscaling", default behavior). What is there when it begins counts as its first wish. One thread.
 */
final class HpaBehavior {

    private static final Duration DOWN_WINDOW = Duration.ofMinutes(5);

    private final Wishes wishes = new Wishes();
    private boolean begun;

    int next(Instant now, int wanted, int wish) {
        if (!begun) {
            wishes.largest(now, wanted, DOWN_WINDOW);
            begun = true;
        }
        int held = wishes.largest(now, Math.max(1, wish), DOWN_WINDOW);
        return Math.min(held, Math.max(2 * wanted, wanted + 4));
    }
}
