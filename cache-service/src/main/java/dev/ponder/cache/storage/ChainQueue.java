package dev.ponder.cache.storage;

import static java.util.Objects.requireNonNull;

import dev.ponder.cache.retention.SecondChance;
import dev.ponder.contracts.question.QuestionKey;
import java.util.Optional;

/**
 * The chains in the order in which they go when there are too many: first learned, first out, save those that were asked for
 * meanwhile. Called under {@link MvChainStore}'s lock.
 */
final class ChainQueue {

    private final ChainMaps maps;
    private final SecondChance chances;
    private final int maxEntries;

    private long nextPlace;

    ChainQueue(ChainMaps maps, SecondChance chances, int maxEntries) {
        this.maps = maps;
        this.chances = chances;
        this.maxEntries = maxEntries;
        this.nextPlace = Optional.ofNullable(maps.queue().lastKey()).orElse(0L) + 1;
    }

    void put(QuestionKey key, String sealed) {
        maps.chains().put(key.value(), sealed);
        moveToEnd(key.value());
    }

    /** Takes a chain out; says whether there was one. */
    boolean remove(QuestionKey key) {
        chances.spend(key);
        Long place = maps.places().remove(key.value());
        if (place == null) {
            return false;
        }
        maps.queue().remove(place);
        maps.chains().remove(key.value());
        return true;
    }

    /** Takes out what is over the bound. Ends: each pass removes an entry or spends a chance. */
    void trim() {
        while (maps.chains().sizeAsLong() > maxEntries) {
            QuestionKey oldest = oldest();
            if (chances.spend(oldest)) {
                moveToEnd(oldest.value());
            } else {
                remove(oldest);
            }
        }
    }

    private QuestionKey oldest() {
        Long first = requireNonNull(maps.queue().firstKey(), "the queue is empty and the chains are not");
        return new QuestionKey(requireNonNull(maps.queue().get(first)));
    }

    private void moveToEnd(String key) {
        long place = nextPlace++;
        Long before = maps.places().put(key, place);
        if (before != null) {
            maps.queue().remove(before);
        }
        maps.queue().put(place, key);
    }
}
