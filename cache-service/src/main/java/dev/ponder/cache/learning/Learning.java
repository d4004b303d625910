package dev.ponder.cache.learning;

import dev.ponder.cache.storage.ChainChange;
import dev.ponder.cache.storage.ChainStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Brings one batch of lessons into the store. One batch at a time. */
public final class Learning {

    private final ChainStore store;
    private final CatchUp catchUp;

    /** Learns into a store. */
    public Learning(ChainStore store, CatchUp catchUp) {
        this.store = store;
        this.catchUp = catchUp;
    }

    /**
     * Stores what the lessons teach, with the positions, in one commit. Lessons that come again change nothing.
     *
     * @param lessons in the order of their records
     * @param positions by partition, the offset after this batch
     * @throws dev.ponder.cache.storage.StorageException if the store is broken
     */
    public void take(List<Lesson> lessons, Map<Integer, Long> positions) {
        List<ChainChange> changes = new ArrayList<>(lessons.size());
        for (Lesson lesson : lessons) {
            switch (lesson) {
                case Lesson.Change(ChainChange change) -> changes.add(change);
                case Lesson.Skipped _ -> {}
            }
        }
        store.apply(changes, positions);
        catchUp.reached(positions);
    }
}
