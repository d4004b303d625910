package dev.ponder.bench.dashboards;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds programs. */
final class OnPath {

    private OnPath() {}

    /** A program by its name, where no other file is given. */
    static Optional<Path> find(String name, @Nullable Path given) {
        Stream<Path> all = given != null
                ? Stream.of(given)
                : Optional.ofNullable(System.getenv("PATH")).stream()
                        .flatMap(path -> Arrays.stream(path.split(File.pathSeparator)))
                        .map(folder -> Path.of(folder, name));
        return all.filter(Files::isExecutable).findFirst();
    }
}
