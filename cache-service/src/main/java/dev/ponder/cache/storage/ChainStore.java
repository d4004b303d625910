package dev.ponder.cache.storage;

import dev.ponder.contracts.question.QuestionKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where chains lie, together with how far the topic was read: both move in one step, so that a restart goes on exactly where
 * the store is. The topic is the truth and this is a copy of it; a copy that is lost or damaged is made again. Any thread may
 * find, one at a time changes.
 */
public interface ChainStore extends AutoCloseable {

    /** Finds the JSON of a question's chain. Whose it is, is the caller's to check. */
    Optional<String> find(QuestionKey key);

    /** Notes that a question was answered, so that it stays longer than those that were not. */
    void used(QuestionKey key);

    /** Drops a chain that did not stand its proof, unless another has taken its place since. */
    void drop(QuestionKey key, String json);

    /**
     * Applies changes in their order and moves the read position, all or nothing; it is on disk when this returns.
     *
     * @param changes what the records came to
     * @param positions by partition, the offset to read next
     * @throws StorageException if the store can't be written; it answers nothing from then on
     */
    void apply(List<ChainChange> changes, Map<Integer, Long> positions);

    /** Says by partition which offset to read next; empty after a loss, and for partitions never read. */
    Map<Integer, Long> positions();

    /**
     * Says which topic is about to be read, when its broker has just been asked. A store that was filled from another one (by its id, not
     * its name: a topic can be deleted and made again) is emptied, because its positions and chains mean nothing here; so is one that
     * was away too long, because tombstones may be gone that it has not read. One without positions is trusted from now on, since all
     * of the topic is about to be read.
     *
     * @return whether the store was emptied
     */
    boolean adopt(String topicId);

    /**
     * Notes that nothing was left to read in the topic. Ignored where that can't be true of what the store holds: if it was filled from
     * another topic, or was away too long before, so that it may have missed what is no longer there.
     *
     * @param at a time before the broker was asked
     */
    void agreed(String topicId, Instant at);

    /**
     * Says whether the store may answer: not after it was away from the topic longer than a tombstone is sure to be kept there, with the
     * process that uses it up or not. A store without anything is trusted.
     */
    boolean isTrusted();

    /** Counts the chains. */
    long size();

    /** Says whether the store can still be read and written. */
    boolean isSound();

    @Override
    void close();
}
