package dev.ponder.autoscaler.observation;

import dev.ponder.autoscaler.pool.ServedPool;
import dev.ponder.autoscaler.source.PoolSources;
import dev.ponder.mechanics.metrics.MetricsPage;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.Reading;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Asks all sources of a pool, one after the other, and makes one observation of it. Owned by the thread of the pool's loop. */
public final class PoolWatch {

    private final PoolSources sources;
    private final Observer observer;
    private final Ticker ticker;

    /** Begins to watch a pool. */
    public PoolWatch(ServedPool pool, PoolSources sources, Ticker ticker) {
        this.sources = sources;
        this.observer = new Observer(pool, ticker.now(), ticker.nanos());
        this.ticker = ticker;
    }

    /** What is known now. */
    public Seen look() throws InterruptedException {
        Reading<Map<String, Reading<ReasonerFigures>>> reasoners =
                sources.reasoners().read().map(each(ReasonerFigures::of));
        Reading<Map<String, Reading<ShardFigures>>> shards =
                sources.shards().read().map(each(ShardFigures::of));
        PoolSnapshot now = new PoolSnapshot(
                ticker.now(),
                ticker.nanos(),
                sources.backlog().read(),
                reasoners,
                shards,
                sources.replicas().read(),
                past());
        PoolObservation seen = observer.observe(now);
        return new Seen(seen, Outstanding.of(now), KvUse.of(now));
    }

    private Map<String, Reading<Past>> past() throws InterruptedException {
        Map<String, Reading<Past>> all = new HashMap<>();
        for (Map.Entry<String, List<Instant>> asked :
                observer.past(ticker.now()).entrySet()) {
            all.put(
                    asked.getKey(),
                    sources.ages()
                            .cameBefore(asked.getKey(), asked.getValue())
                            .map(told -> new Past(asked.getValue(), told)));
        }
        return all;
    }

    private static <T> Function<Map<String, Reading<MetricsPage>>, Map<String, Reading<T>>> each(
            Function<MetricsPage, T> form) {
        return pages -> {
            Map<String, Reading<T>> all = new HashMap<>();
            pages.forEach((address, page) -> all.put(address, page.map(form)));
            return all;
        };
    }
}
