package dev.ponder.cache.storage;

import dev.ponder.mechanics.time.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jboss.logging.Logger;

/**
 * The store's one file. Opens it; one that can't be read is moved aside, under a name with the time, and a new one is begun, so
 * that damage costs a refill and never the start. A store that turns out damaged while it runs leaves a mark beside its file,
 * and the next start moves it aside. One thread.
 */
final class StoreFile {

    static final String NAME = "chains.mv";

    /**
     * How long space that is no longer needed is left alone, so that a power cut finds the version before. MVStore's own 45 s
     * let a busy refill grow the file by all that it writes in that time; here a damaged file costs a refill, no more.
     */
    private static final int RETENTION_MILLIS = 5_000;

    private static final Logger LOGGER = Logger.getLogger(StoreFile.class);

    private final Path file;
    private final Path mark;
    private final Ticker ticker;

    StoreFile(Path directory, Ticker ticker) {
        this.file = directory.resolve(NAME);
        this.mark = directory.resolve(NAME + ".damaged");
        this.ticker = ticker;
    }

    /**
     * Opens the file or a new one.
     *
     * @throws StorageException if another process has it, or the folder is not accessible
     */
    ChainMaps open() {
        prepare();
        try {
            return maps();
        } catch (RuntimeException | AssertionError | OutOfMemoryError unreadable) {
            // Broad, because a damaged file may say anything: MVStore believes lengths and offsets before it checks
            // them.
            refuseIfInUse(unreadable);
            moveAside(unreadable.toString());
            return maps();
        }
    }

    private void refuseIfInUse(Throwable unreadable) {
        if (unreadable instanceof MVStoreException refused && refused.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
            throw new StorageException(
                    StorageException.Reason.IN_USE, "another process uses the store " + file, refused);
        }
    }

    /** Notes for the next start that the file is damaged. */
    void condemn() {
        try {
            Files.write(mark, new byte[0]);
        } catch (IOException unwritable) {
            LOGGER.warnf(unwritable, "cannot leave a mark at %s", mark);
        }
    }

    private void prepare() {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw inaccessible(e);
        }
        if (Files.exists(mark)) {
            moveAside("it was found damaged in its last run");
        }
        if (!Files.isWritable(Files.exists(file) ? file : file.getParent())) {
            throw inaccessible(new IOException("not writable"));
        }
    }

    /** Everything but the chains themselves is read here, so that damage shows now. */
    private ChainMaps maps() {
        MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .open();
        store.setRetentionTime(RETENTION_MILLIS);
        try {
            ChainMaps maps = ChainMaps.in(store);
            maps.probe(ticker.now());
            return maps;
        } catch (RuntimeException | AssertionError | OutOfMemoryError damaged) {
            store.closeImmediately();
            throw damaged;
        }
    }

    private void moveAside(String why) {
        Path aside = file.resolveSibling(NAME + ".damaged-" + ticker.now().toEpochMilli());
        LOGGER.errorf("store %s is not readable (%s); moved to %s, refilling from the topic", file, why, aside);
        try {
            if (Files.exists(file)) {
                Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.deleteIfExists(mark);
        } catch (IOException e) {
            throw inaccessible(e);
        }
    }

    private StorageException inaccessible(IOException cause) {
        return new StorageException(
                StorageException.Reason.INACCESSIBLE, "cannot use the folder of the store " + file, cause);
    }
}
