package dev.ponder.triton.shard.brain.recorded;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file of recordings that can't be played; the message names it and says what is missing, and quotes nothing of it. */
public final class UnplayableFileException extends IOException {

    private static final long serialVersionUID = 1L;

    UnplayableFileException(Path file, String why, @Nullable Throwable cause) {
        super(file + ": " + why, cause);
    }
}
