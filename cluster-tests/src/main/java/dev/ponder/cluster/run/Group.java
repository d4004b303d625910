package dev.ponder.cluster.run;

import java.util.Locale;

/** A package of checks, run in this order. */
public enum Group {
    IMAGES(false),
    CHART(true),
    SHARDS(true),
    SCALER(true),
    LOOP(true),
    JOURNEY(true);

    private final boolean onCluster;

    Group(boolean onCluster) {
        this.onCluster = onCluster;
    }

    /** Whether its checks need a cluster. */
    boolean isOnCluster() {
        return onCluster;
    }

    /** The word for lines and options. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where its checks are. */
    String packageName() {
        return "dev.ponder.cluster." + word();
    }
}
