package dev.ponder.local.explain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.ponder.scaling.log.DecisionEntry;
import dev.ponder.scaling.log.DecisionLines;
import dev.ponder.scaling.log.LawEntry;
import dev.ponder.scaling.log.UnreadableLineException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A file of decisions.
 *
 * @param path where it lies
 * @param begins the time of its first line that can be read; the end of time where there is none
 */
record LogFile(Path path, Instant begins) {

    LogFile {
        requireNonNull(path, "path is null");
        requireNonNull(begins, "begins is null");
    }

    /** The files in the order in which they were written, however they were named. */
    static List<LogFile> inOrder(List<Path> paths) throws IOException {
        List<LogFile> files = new ArrayList<>();
        for (Path one : paths) {
            files.add(new LogFile(one, begins(one)));
        }
        files.sort(Comparator.comparing(LogFile::begins));
        return files;
    }

    /** A reader of its own, since that of {@link Files} refuses the whole file for one byte that is no text. */
    static BufferedReader open(Path path) throws IOException {
        return new BufferedReader(new InputStreamReader(Files.newInputStream(path), UTF_8));
    }

    /** Its name without folders. */
    String name() {
        return String.valueOf(path.getFileName());
    }

    private static Instant begins(Path path) throws IOException {
        try (BufferedReader lines = open(path)) {
            return lines.lines().flatMap(line -> at(line).stream()).findFirst().orElse(Instant.MAX);
        }
    }

    /** The time of a line; none where it can't be read, which is told of when it is played. */
    private static Optional<Instant> at(String line) {
        try {
            return Optional.of(
                    switch (DecisionLines.read(line)) {
                        case LawEntry law -> law.at();
                        case DecisionEntry decision -> decision.decided().at();
                    });
        } catch (UnreadableLineException unreadable) {
            return Optional.empty();
        }
    }
}
