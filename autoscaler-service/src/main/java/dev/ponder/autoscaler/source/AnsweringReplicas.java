package dev.ponder.autoscaler.source;

import dev.ponder.mechanics.metrics.MetricsPage;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.scaling.observation.Reading;
import dev.ponder.scaling.observation.ReplicaState.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the reasoners whose page answers as ready replicas, for a fleet without a cluster that says so. Who starts or drains does not
 * show. The pages are to be read before the replicas. One thread.
 */
public final class AnsweringReplicas {

    private final PageSource pages;
    private final Ticker ticker;
    private final Map<String, Instant> since = new HashMap<>();
    private Reading<Map<String, Reading<MetricsPage>>> last = Reading.missing("no page was read yet");

    /** Counts who answers among these. */
    public AnsweringReplicas(PageSource pages, Ticker ticker) {
        this.pages = pages;
        this.ticker = ticker;
    }

    /** The pages, as they are read anyway. */
    public PageSource pages() {
        return () -> {
            last = pages.read();
            return last;
        };
    }

    /** Who answered when they were read last. */
    public ReplicaSource replicas() {
        return () -> last.map(this::answering);
    }

    private List<SeenReplica> answering(Map<String, Reading<MetricsPage>> told) {
        List<SeenReplica> all = new ArrayList<>();
        told.forEach((address, page) -> {
            if (page instanceof Reading.Known<MetricsPage>) {
                Instant first = since.computeIfAbsent(address, _ -> ticker.now());
                all.add(new SeenReplica(address, Phase.READY, first, Optional.empty()));
            } else {
                since.remove(address);
            }
        });
        return all;
    }
}
