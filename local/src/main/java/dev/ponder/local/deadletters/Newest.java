package dev.ponder.local.deadletters;

import java.util.List;
import java.util.PriorityQueue;

/** Keeps the newest of many letters. Not safe for threads. */
final class Newest {

    private final PriorityQueue<Listed> kept = new PriorityQueue<>(Listed.BY_AGE);
    private final int limit;
    private long dropped;

    Newest(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit is below 1: " + limit);
        }
        this.limit = limit;
    }

    void add(Listed letter) {
        kept.add(letter);
        if (kept.size() > limit) {
            kept.remove();
            dropped++;
        }
    }

    /** How many older ones there were. */
    long dropped() {
        return dropped;
    }

    /** The newest, the newest of them last. */
    List<Listed> inOrder() {
        return kept.stream().sorted(Listed.BY_AGE).toList();
    }
}
