package dev.ponder.models.terminal;

import java.util.Locale;

/** Bytes as people read them: GB of ten to the ninth, as weights are sold. */
public final class Bytes {

    private static final double GIGA = 1e9;

    private Bytes() {}

    /** One place after the point. */
    public static String gb(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / GIGA);
    }
}
