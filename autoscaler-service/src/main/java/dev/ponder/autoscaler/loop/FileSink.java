package dev.ponder.autoscaler.loop;

import dev.ponder.scaling.log.DecisionEntry;
import dev.ponder.scaling.log.DecisionLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jboss.logging.Logger;

/** Appends decisions to a file, which may be moved away at any time. A full disk costs the line and not the turn. Any thread. */
public final class FileSink implements DecisionSink {

    private static final Logger LOGGER = Logger.getLogger(FileSink.class);

    private final Path file;

    /** Appends to this file, which is made when it is missing. */
    public FileSink(Path file) {
        this.file = file;
    }

    @Override
    public synchronized void write(DecisionEntry entry) {
        try {
            Files.writeString(
                    file,
                    DecisionLines.write(entry) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.APPEND);
        } catch (IOException lost) {
            LOGGER.errorf("a decision about %s is not in %s: %s", entry.pool(), file, lost);
        }
    }
}
