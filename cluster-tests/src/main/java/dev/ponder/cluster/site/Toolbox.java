package dev.ponder.cluster.site;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where programs are looked for.
 *
 * @param first the folders before those of the PATH
 */
public record Toolbox(List<Path> first) {

    public Toolbox {
        first = List.copyOf(first);
    }

    /** The program of a name, where there is one. */
    public Optional<Path> find(String name) {
        Stream<Path> onPath = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of);
        return Stream.concat(first.stream(), onPath)
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
