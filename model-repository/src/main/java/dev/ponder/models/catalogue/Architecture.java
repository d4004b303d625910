package dev.ponder.models.catalogue;

import java.util.Locale;

/** A generation of GPUs: which precisions it runs depends on it. */
public enum Architecture {
    AMPERE,
    ADA,
    HOPPER,
    BLACKWELL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
