package dev.ponder.autoscaler.spending;

import java.util.Locale;

/** Why replicas are paid and not used. */
public enum IdleCause {
    /** They take no work yet. */
    COLD_START,
    /** They take none any more, and hold none. */
    DRAIN,
    /** They are ready beyond those that would do: kept for what may come, or because the bounds say so. */
    HOLD_DOWN,
    /** Free slots of the other ready ones. */
    HEADROOM;

    /** The name in meters. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
