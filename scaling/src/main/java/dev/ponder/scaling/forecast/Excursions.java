package dev.ponder.scaling.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * How long a load stayed above what is kept ready, each time that it did: whether the present time is worth a cold start (the empirical
 * survival of those that came as far). One thread.
 */
final class Excursions {

    private static final int REMEMBERED = 100;
    private static final double LIKELY = 0.5;

    private final Deque<Duration> lasted = new ArrayDeque<>();
    private @Nullable Instant since;

    /**
     * Takes whether the load is above now, and says whether it is likely to be so when a replica that is asked for now is warm. Likely where
     * nothing speaks against it: a first excursion is followed.
     */
    boolean lasts(Instant now, boolean above, Duration lead) {
        if (!above) {
            end(now);
            return true;
        }
        if (since == null) {
            since = now;
        }
        Duration age = Duration.between(since, now);
        long asLong = lasted.stream().filter(one -> one.compareTo(age) > 0).count();
        long longEnough =
                lasted.stream().filter(one -> one.compareTo(age.plus(lead)) > 0).count();
        return longEnough >= asLong * LIKELY;
    }

    private void end(Instant now) {
        if (since != null) {
            lasted.addLast(Duration.between(since, now));
            since = null;
        }
        if (lasted.size() > REMEMBERED) {
            lasted.removeFirst();
        }
    }
}
