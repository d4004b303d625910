package dev.ponder.triton.shard.toy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Notes what the toys saw, a JSON object a line, so that a test can tell whether a cancel reached its model. Any thread. */
public final class ToyEvents {

    private final @Nullable Path file;

    private ToyEvents(@Nullable Path file) {
        this.file = file;
    }

    /** Notes nothing. */
    public static ToyEvents unheard() {
        return new ToyEvents(null);
    }

    /** Appends to a file. */
    public static ToyEvents in(Path file) {
        return new ToyEvents(file);
    }

    /** Request ids come from a test: they hold nothing that JSON would have to escape. */
    synchronized void note(String event, String id) {
        if (file == null) {
            return;
        }
        try {
            Files.writeString(
                    file,
                    "{\"event\": \"" + event + "\", \"id\": \"" + id + "\"}\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException full) {
            throw new UncheckedIOException("the toys' events could not be noted", full);
        }
    }
}
