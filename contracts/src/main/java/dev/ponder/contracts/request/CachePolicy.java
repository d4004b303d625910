package dev.ponder.contracts.request;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a request lets the cache do; what it then does, {@link CacheUse} says. */
public enum CachePolicy {
    /** Take a proven hit, else think and let the cache learn. */
    USE,
    /** Neither ask nor teach it. */
    BYPASS,
    /** Think anew and let the cache learn the new chain. */
    REFRESH;

    /** Whether a lookup may answer. */
    public boolean reads() {
        return this == USE;
    }

    /** Whether the chain may be learned. */
    public boolean teaches() {
        return this != BYPASS;
    }

    /** The name in records. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds a policy by its name in records. */
    public static Optional<CachePolicy> ofWire(String name) {
        return Stream.of(values()).filter(one -> one.wire().equals(name)).findFirst();
    }
}
