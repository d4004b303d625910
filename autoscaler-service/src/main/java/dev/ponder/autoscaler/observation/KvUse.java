package dev.ponder.autoscaler.observation;

import dev.ponder.scaling.observation.Reading;
import java.util.OptionalDouble;

/** How full the KV caches are. Pure. */
final class KvUse {

    private KvUse() {}

    /** The mean of all shards that say; missing where none does. */
    static Reading<Double> of(PoolSnapshot now) {
        OptionalDouble mean = now.shards().known().stream()
                .flatMap(pages -> pages.values().stream())
                .flatMap(page -> page.known().stream())
                .flatMap(figures -> figures.kvUse().stream().boxed())
                .mapToDouble(Double::doubleValue)
                .average();
        return mean.isPresent() ? Reading.of(mean.orElseThrow()) : Reading.missing("no shard says how full its KV is");
    }
}
