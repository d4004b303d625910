package dev.ponder.local.erasure;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How long a topic keeps what nobody reads any more, as the broker that keeps it says.
 *
 * @param age after which a record is dropped; empty for never
 * @param lag after which a replaced record is compacted away; empty where the broker promises no time
 */
record Retention(Optional<Duration> age, Optional<Duration> lag) {

    private static final String NEVER = Long.toString(Long.MAX_VALUE);

    Retention {
        requireNonNull(age, "age is null");
        requireNonNull(lag, "lag is null");
    }

    /** Reads a topic's effective settings. */
    static Retention of(Map<String, String> configs) {
        boolean dropsByAge = configs.getOrDefault("cleanup.policy", "delete").contains("delete");
        return new Retention(
                millis(configs, "retention.ms").filter(_ -> dropsByAge), millis(configs, "max.compaction.lag.ms"));
    }

    private static Optional<Duration> millis(Map<String, String> configs, String key) {
        return Optional.ofNullable(configs.get(key))
                .filter(value -> !value.startsWith("-") && !value.equals(NEVER))
                .map(value -> Duration.ofMillis(Long.parseLong(value)));
    }

    /** After all of a topic was deleted. */
    String afterDeletion() {
        return "No client can read them any more; their segments leave the brokers' disks "
                + age.map(kept -> "within " + words(kept) + ".").orElse("when they are full.");
    }

    /** After tombstones were written. */
    String afterTombstones() {
        String compacted =
                "Readers forget them with the tombstones; the brokers' disks lose them when the topic is compacted"
                        + lag.map(longest -> ", about " + words(longest) + " after its next record")
                                .orElse("");
        return compacted
                + age.map(kept -> ", at the latest " + words(kept) + " after they were written.")
                        .orElse(".");
    }

    /** Of what can't be taken out. */
    String ofTheRest(Optional<Instant> newest) {
        if (newest.isEmpty()) {
            return "Nothing is left.";
        }
        return age.map(kept -> "The last of them is dropped by age at "
                        + newest.orElseThrow().plus(kept) + ".")
                .orElse("This topic drops nothing by age; they stay until whoever is done with them trims it.");
    }

    /** Whole days or hours where they are whole. */
    static String words(Duration duration) {
        if (duration.toSeconds() % Duration.ofDays(1).toSeconds() == 0) {
            return duration.toDays() + " d";
        }
        return duration.toSeconds() % Duration.ofHours(1).toSeconds() == 0
                ? duration.toHours() + " h"
                : duration.toSeconds() + " s";
    }
}
