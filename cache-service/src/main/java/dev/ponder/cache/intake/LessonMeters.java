package dev.ponder.cache.intake;

import dev.ponder.cache.learning.CatchUp;
import dev.ponder.cache.learning.Lesson;
import dev.ponder.cache.retention.RetentionConfig;
import dev.ponder.cache.storage.ChainChange;
import dev.ponder.cache.storage.ChainStore;
import dev.ponder.contracts.telemetry.Meters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** Counts what the topic taught, and what is stored. Any thread. */
@Singleton
final class LessonMeters {

    private final Counter learned;
    private final Counter forgotten;
    private final Counter skipped;

    LessonMeters(MeterRegistry registry, ChainStore store, RetentionConfig retention, CatchUp catchUp) {
        this.learned = lessons(registry, "learned");
        this.forgotten = lessons(registry, "forgotten");
        this.skipped = lessons(registry, "skipped");
        registry.gauge(Meters.CACHE_ENTRIES, store, ChainStore::size);
        registry.gauge(Meters.CACHE_CAPACITY, retention, RetentionConfig::maxEntries);
        registry.gauge(Meters.CACHE_CAUGHT_UP, catchUp, one -> one.isDone() && store.isTrusted() ? 1 : 0);
    }

    void count(Lesson lesson) {
        switch (lesson) {
            case Lesson.Change(ChainChange.Learned _) -> learned.increment();
            case Lesson.Change(ChainChange.Forgotten _) -> forgotten.increment();
            case Lesson.Skipped _ -> skipped.increment();
        }
    }

    private static Counter lessons(MeterRegistry registry, String outcome) {
        return registry.counter(Meters.CACHE_LESSONS, Meters.TAG_OUTCOME, outcome);
    }
}
