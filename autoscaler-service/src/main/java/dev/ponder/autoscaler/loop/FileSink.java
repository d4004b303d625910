package dev.ponder.autoscaler.loop;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.scaling.log.DecisionLines;
import dev.ponder.scaling.log.LawEntry;
import dev.ponder.scaling.log.LogEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * Appends decisions to a file, which may be moved away or emptied at any time: each file begins with the laws that run then. A full disk
 * costs the line and not the turn. Any thread.
 */
public final class FileSink implements DecisionSink {

    private static final Logger LOGGER = Logger.getLogger(FileSink.class);

    private final Path file;
    private final Ticker ticker;
    private final Map<String, LawEntry> laws = new TreeMap<>();
    /** Whether the file may end inside a line: who wrote last may have been killed, or the disk was full. */
    private boolean torn = true;

    /** Appends to this file, which is made when it is missing. */
    public FileSink(Path file, Ticker ticker) {
        this.file = file;
        this.ticker = ticker;
    }

    @Override
    public synchronized void write(LogEntry entry) {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            StringBuilder lines = new StringBuilder();
            if (channel.size() == 0) {
                Instant now = ticker.now();
                laws.values().forEach(law -> append(lines, law.again(now)));
            } else if (torn) {
                lines.append('\n');
            }
            append(lines, entry);
            torn = true;
            ByteBuffer bytes = UTF_8.encode(lines.toString());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            torn = false;
        } catch (IOException lost) {
            LOGGER.errorf("a decision about %s is not in %s: %s", entry.pool(), file, lost);
        }
        remember(entry);
    }

    private void remember(LogEntry entry) {
        if (entry instanceof LawEntry law) {
            laws.put(law.pool(), law);
        }
    }

    private static void append(StringBuilder lines, LogEntry entry) {
        lines.append(DecisionLines.write(entry)).append('\n');
    }
}
