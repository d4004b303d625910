package dev.ponder.contracts.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a request is thought about. */
public enum ComputePath {
    /** One generation, its answer taken as it is. */
    ONE_CHAIN,
    /** Several generations side by side, wave after wave, until enough of them agree. */
    WAVES;

    /** The name in records. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
