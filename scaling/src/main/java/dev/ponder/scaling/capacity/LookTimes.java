package dev.ponder.scaling.capacity;

import java.time.Duration;

/** How far apart observations are: the median of the last few, so that one that waited for a silent source changes no plan. One thread. */
public final class LookTimes {

    private static final int REMEMBERED = 15;

    private final LastValues seconds = new LastValues(REMEMBERED);

    /** Takes the time since the observation before, and gives the usual one. */
    public Duration looked(Duration since) {
        seconds.add(since.toNanos() / 1e9);
        return Duration.ofNanos(Math.round(seconds.quantile(0.5).orElseThrow() * 1e9));
    }
}
