package dev.ponder.autoscaler.observation;

import dev.ponder.autoscaler.pool.ServedClass;
import dev.ponder.autoscaler.pool.ServedPool;
import dev.ponder.scaling.observation.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many records came to each class since the look before, by how far its topic's end went. One thread. */
final class Arrivals {

    private final Map<String, Long> ends = new HashMap<>();

    /** By class, in the pool's order. What came while the broker did not answer counts when it does. */
    List<Reading<Double>> advance(ServedPool pool, PoolSnapshot now) {
        List<Reading<Double>> all = new ArrayList<>();
        for (ServedClass one : pool.classes()) {
            all.add(now.backlog(one.topic()).flatMap(known -> grown(one.topic(), known.ended())));
        }
        return all;
    }

    private Reading<Double> grown(String topic, long end) {
        Long before = ends.put(topic, end);
        if (before == null) {
            return Reading.missing("the first look at " + topic + " has nothing to compare with");
        }
        return end < before ? Reading.missing(topic + " was made anew") : Reading.of((double) (end - before));
    }
}
