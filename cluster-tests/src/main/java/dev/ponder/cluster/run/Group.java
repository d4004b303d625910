package dev.ponder.cluster.run;

import java.util.Locale;

/** A package of checks, run in this order. */
public enum Group {
    CHART,
    SHARDS,
    SCALER,
    LOOP,
    JOURNEY;

    /** The word for lines and options. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where its checks are. */
    String packageName() {
        return "dev.ponder.cluster." + word();
    }
}
