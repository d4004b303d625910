package dev.ponder.contracts.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How soon an answer is due; each class of each pool has a work topic of its own. */
public enum SloClass {
    /** Somebody is waiting: tens of seconds. */
    INTERACTIVE(Duration.ofSeconds(60)),
    /** Part of a larger job: minutes. */
    STANDARD(Duration.ofMinutes(10)),
    /** Any time today. */
    BATCH(Duration.ofHours(12));

    private final Duration patience;

    SloClass(Duration patience) {
        this.patience = patience;
    }

    /** The deadline of a request of this class that names none, counted from its arrival. */
    public Duration patience() {
        return patience;
    }

    /** The name in records and topics. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds a class by its name in records. */
    public static Optional<SloClass> ofWire(String name) {
        return Stream.of(values()).filter(one -> one.wire().equals(name)).findFirst();
    }
}
