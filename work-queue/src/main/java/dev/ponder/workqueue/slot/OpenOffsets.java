package dev.ponder.workqueue.slot;

import dev.ponder.workqueue.WorkRef;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How far the records in hand lie behind the newest one taken, partition by partition: this process's view of the span that a
 * share partition limits. Any thread.
 */
final class OpenOffsets {

    private record Place(String topic, int partition) {
        static Place of(WorkRef ref) {
            return new Place(ref.topic(), ref.partition());
        }
    }

    private final Map<Place, Long> newest = new ConcurrentHashMap<>();
    private final Set<WorkRef> open = ConcurrentHashMap.newKeySet();

    void opened(WorkRef ref) {
        newest.merge(Place.of(ref), ref.offset(), Math::max);
        open.add(ref);
    }

    /** Notes that the broker has its answer for the record, or that it is another's. */
    void closed(WorkRef ref) {
        open.remove(ref);
    }

    /** Offsets between a record and the newest of its partition; 0 for one that never came. */
    long behind(WorkRef ref) {
        return newest.getOrDefault(Place.of(ref), ref.offset()) - ref.offset();
    }

    /** The widest span of all that is open; 0 when nothing is. */
    long widest() {
        return open.stream().mapToLong(this::behind).max().orElse(0);
    }
}
