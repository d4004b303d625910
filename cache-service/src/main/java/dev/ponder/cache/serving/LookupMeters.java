package dev.ponder.cache.serving;

import static java.util.Objects.requireNonNull;

import dev.ponder.cache.lookup.Answer;
import dev.ponder.contracts.telemetry.Meters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Counts lookups by how they were answered. Any thread. */
public final class LookupMeters {

    private final Counter hits;
    private final Map<Answer.Cause, Counter> misses = new EnumMap<>(Answer.Cause.class);

    /** Makes the counters. */
    public LookupMeters(MeterRegistry registry) {
        this.hits = registry.counter(Meters.CACHE_LOOKUPS, Meters.TAG_OUTCOME, "hit");
        for (Answer.Cause cause : Answer.Cause.values()) {
            String outcome = cause.name().toLowerCase(Locale.ROOT);
            misses.put(cause, registry.counter(Meters.CACHE_LOOKUPS, Meters.TAG_OUTCOME, outcome));
        }
    }

    void count(Answer answer) {
        switch (answer) {
            case Answer.Hit _ -> hits.increment();
            case Answer.Miss(Answer.Cause cause) ->
                requireNonNull(misses.get(cause)).increment();
        }
    }
}
