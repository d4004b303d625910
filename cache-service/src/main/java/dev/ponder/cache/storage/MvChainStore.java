package dev.ponder.cache.storage;

import dev.ponder.cache.retention.SecondChance;
import dev.ponder.contracts.question.QuestionKey;
import dev.ponder.mechanics.time.Ticker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Chains in one H2 MVStore file. A commit writes chains and positions as one version, and a reader of the file sees whole
 * versions only, so a kill at any time leaves a state that once was. Commits are not forced through the disk's cache: after a
 * power cut the file may be some commits back, which the topic makes good. Any thread finds; changes take turns.
 */
public final class MvChainStore implements ChainStore {

    private static final Logger LOGGER = Logger.getLogger(MvChainStore.class);

    private static final int COMPACT_EVERY_COMMITS = 64;
    private static final int WANTED_FILL_PERCENT = 60;
    private static final int COMPACT_BYTES = 8 * 1024 * 1024;
    private static final int CLOSE_COMPACTION_MILLIS = 200;

    private final StoreFile file;
    private final ChainMaps maps;
    private final ChainQueue queue;
    private final SecondChance chances = new SecondChance();
    private final Duration maxAbsence;
    private final Ticker ticker;
    private final AtomicBoolean sound = new AtomicBoolean(true);

    private long commits;
    private volatile boolean closed;
    /** What the file says; written by whoever holds this store's monitor. */
    private volatile @Nullable Instant seen;

    private MvChainStore(StoreFile file, int maxEntries, Duration maxAbsence, Ticker ticker) {
        this.file = file;
        this.maps = file.open();
        this.queue = new ChainQueue(maps, chances, maxEntries);
        this.maxAbsence = maxAbsence;
        this.ticker = ticker;
        this.seen = maps.seen();
    }

    /**
     * Opens the store in a folder.
     *
     * @param maxAbsence how long it may be away from the topic, open or closed, without losing its trust
     * @throws StorageException if another process uses it, or the folder is not accessible
     */
    public static MvChainStore open(Path directory, int maxEntries, Duration maxAbsence, Ticker ticker) {
        return new MvChainStore(new StoreFile(directory, ticker), maxEntries, maxAbsence, ticker);
    }

    @Override
    public Optional<String> find(QuestionKey key) {
        if (!isSound()) {
            return Optional.empty();
        }
        try {
            String sealed = maps.chains().get(key.value());
            return sealed == null ? Optional.empty() : unsealed(key, sealed);
        } catch (RuntimeException damaged) {
            LOGGER.warnf("a chain is not readable: %s", fail(damaged).getMessage());
            return Optional.empty();
        }
    }

    private Optional<String> unsealed(QuestionKey key, String sealed) {
        Optional<String> json = SealedText.open(sealed);
        if (json.isEmpty()) {
            LOGGER.warnf("the chain of %s is damaged and dropped", key);
            dropSealed(key, sealed);
        }
        return json;
    }

    @Override
    public void used(QuestionKey key) {
        chances.earn(key);
    }

    @Override
    public void drop(QuestionKey key, String json) {
        try {
            dropSealed(key, SealedText.seal(json));
        } catch (StorageException failed) {
            LOGGER.debugf("not dropped: %s", failed.getMessage());
        }
    }

    private synchronized void dropSealed(QuestionKey key, String sealed) {
        guarded(() -> sealed.equals(maps.chains().get(key.value())) && queue.remove(key));
    }

    @Override
    public synchronized void apply(List<ChainChange> changes, Map<Integer, Long> positions) {
        guarded(() -> {
            changes.forEach(this::apply);
            queue.trim();
            positions.forEach(maps::moveTo);
            return commit();
        });
    }

    private void apply(ChainChange change) {
        switch (change) {
            case ChainChange.Learned(QuestionKey key, String json) -> queue.put(key, SealedText.seal(json));
            case ChainChange.Forgotten(QuestionKey key) -> queue.remove(key);
        }
    }

    @Override
    public synchronized Map<Integer, Long> positions() {
        return guarded(maps::readPositions);
    }

    @Override
    public synchronized boolean adopt(String topicId) {
        return guarded(() -> {
            String before = maps.about().put(ChainMaps.TOPIC_ID, topicId);
            boolean other = before != null && !before.equals(topicId);
            boolean lapsed = !isTrusted();
            if (other) {
                LOGGER.warnf("the store was filled from topic id %s, now reading %s: refilling", before, topicId);
            } else if (lapsed) {
                LOGGER.infof("the store was away from the topic for more than %s: refilling", maxAbsence);
            }
            if (other || lapsed) {
                maps.clear();
            }
            if (maps.positions().isEmpty()) {
                maps.see(ticker.now());
            }
            seen = maps.seen();
            commit();
            return other || lapsed;
        });
    }

    @Override
    public synchronized void agreed(String topicId, Instant at) {
        guarded(() -> {
            if (isTrusted() && topicId.equals(maps.about().get(ChainMaps.TOPIC_ID))) {
                maps.see(at);
                seen = at;
                commit();
            }
            return true;
        });
    }

    @Override
    public boolean isTrusted() {
        Instant last = seen;
        return last == null || !last.plus(maxAbsence).isBefore(ticker.now());
    }

    @Override
    public long size() {
        return isSound() ? maps.chains().sizeAsLong() : 0;
    }

    @Override
    public boolean isSound() {
        return sound.get() && !maps.store().isClosed();
    }

    @Override
    public synchronized void close() {
        boolean intact = isSound();
        closed = true;
        if (intact) {
            try {
                commit();
                maps.store().close(CLOSE_COMPACTION_MILLIS);
            } catch (RuntimeException damaged) {
                LOGGER.warnf("the store did not close well: %s", damaged);
                file.condemn();
            }
        }
        maps.store().closeImmediately();
    }

    /** Ends as a kill does: nothing more is written. */
    synchronized void abandon() {
        closed = true;
        maps.store().closeImmediately();
    }

    private long commit() {
        long version = maps.store().commit();
        if (++commits % COMPACT_EVERY_COMMITS == 0) {
            maps.store().compact(WANTED_FILL_PERCENT, COMPACT_BYTES);
        }
        return version;
    }

    /** Catches broadly: MVStore answers damage with whatever it stumbles over. */
    private <T> T guarded(Supplier<T> step) {
        try {
            return step.get();
        } catch (RuntimeException damaged) {
            throw fail(damaged);
        }
    }

    private StorageException fail(RuntimeException cause) {
        if (!closed && sound.compareAndSet(true, false)) {
            LOGGER.errorf("the store failed: %s; it answers nothing from now on", cause);
            file.condemn();
        }
        return new StorageException(StorageException.Reason.DAMAGED, "the store failed: " + cause, cause);
    }
}
