package dev.ponder.cache.retention;

import dev.ponder.contracts.question.QuestionKey;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers which questions were asked since they last stood at the head of the eviction queue. Such a one goes to the queue's
 * end instead of out: the second-chance form of FIFO (Corbató 1968), near LRU with no write per hit. Kept in memory alone, so a
 * restart forgets it. Any thread.
 */
public final class SecondChance {

    private final Set<QuestionKey> used = ConcurrentHashMap.newKeySet();

    /** Notes that a question was answered. */
    public void earn(QuestionKey key) {
        used.add(key);
    }

    /** Says whether the question has a chance, and takes it. */
    public boolean spend(QuestionKey key) {
        return used.remove(key);
    }
}
