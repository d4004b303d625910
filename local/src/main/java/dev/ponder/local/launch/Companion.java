package dev.ponder.local.launch;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * A program that is not ours and runs beside a stack: it ends with it, and the stack does not end with it.
 *
 * @param name in messages and file names
 * @param command program and arguments
 * @param ready answers 200 to a GET once it serves
 * @param data what it keeps, removed when the stack has ended
 */
public record Companion(String name, List<String> command, URI ready, Path data) {

    public Companion {
        requireNonNull(name, "name is null");
        command = List.copyOf(command);
        requireNonNull(ready, "ready is null");
        requireNonNull(data, "data is null");
    }
}
