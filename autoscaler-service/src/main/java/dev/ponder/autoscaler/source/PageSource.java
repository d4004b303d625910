package dev.ponder.autoscaler.source;

import dev.ponder.mechanics.metrics.MetricsPage;
import dev.ponder.scaling.observation.Reading;
import java.util.Map;

/** Reads metrics pages. */
public interface PageSource {

    /**
     * By address, {@code host:port}, what each page said. Missing as a whole where not even the addresses are known; empty where there is
     * nobody.
     */
    Reading<Map<String, Reading<MetricsPage>>> read() throws InterruptedException;

    /** Pages that nobody named, though what they would say is needed. */
    static PageSource unset(String why) {
        return () -> Reading.missing(why);
    }

    /** No pages, since nobody needs them. */
    static PageSource none() {
        return () -> Reading.of(Map.of());
    }
}
