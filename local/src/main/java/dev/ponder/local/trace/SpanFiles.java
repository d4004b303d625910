package dev.ponder.local.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.json.UnreadableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads span files, one JSON object a line; a line that is still being written is left out. */
public final class SpanFiles {

    private SpanFiles() {}

    /** Finds the spans of one trace, in the order of their begin. */
    public static List<WrittenSpan> spansOf(String trace, Collection<Path> files) throws IOException {
        Stream.Builder<WrittenSpan> found = Stream.builder();
        for (Path file : files) {
            try (Stream<String> lines = Files.lines(file, UTF_8)) {
                lines.filter(line -> line.contains(trace))
                        .flatMap(line -> read(line).stream())
                        .filter(span -> span.trace().equals(trace))
                        .forEach(found);
            }
        }
        return found.build()
                .sorted((one, other) -> Long.compare(one.startNs(), other.startNs()))
                .toList();
    }

    private static Optional<WrittenSpan> read(String line) {
        try {
            return Optional.of(Json.read(line.getBytes(UTF_8), WrittenSpan.class));
        } catch (UnreadableException beingWritten) {
            return Optional.empty();
        }
    }
}
