package dev.ponder.reasoner.progress;

import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.progress.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Finds what an earlier holder has left. */
@FunctionalInterface
public interface ProgressSource {

    /**
     * The last progress of a request; nothing where there is none, or none is found in time.
     *
     * @param since before this nothing was written
     * @param patience how long it may take
     */
    Optional<Progress> find(RequestKey key, Instant since, Duration patience) throws InterruptedException;
}
