package dev.ponder.local.observe;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Programs that whoever runs us may have installed.
 *
 * @param path the folders that a shell would look in, in its order
 */
record Installed(List<Path> path) {

    Installed {
        path = List.copyOf(path);
    }

    /** Those of this process's own PATH. */
    static Installed here() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return new Installed(Stream.of(path.split(Pattern.quote(File.pathSeparator)))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .toList());
    }

    /** The program of the first of these names that is there. */
    Optional<Path> find(String... names) {
        return Stream.of(names)
                .flatMap(name -> path.stream().map(folder -> folder.resolve(name)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
