package dev.ponder.cluster.supply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders of single runs, named after the process that owns them. */
final class RunFolders {

    private RunFolders() {}

    /** Makes this process's folder, and removes those whose process has ended. */
    static Path next(Path above, String prefix) throws IOException {
        Files.createDirectories(above);
        for (Path old : ended(above, prefix)) {
            remove(old);
        }
        return Files.createDirectories(
                above.resolve(prefix + ProcessHandle.current().pid()));
    }

    /** Folders that a run left whose process has ended. */
    static List<Path> ended(Path above, String prefix) throws IOException {
        try (Stream<Path> all = Files.list(above)) {
            return all.filter(folder -> folder.getFileName().toString().matches(prefix + "[0-9]+"))
                    .filter(folder -> !isOwned(folder, prefix))
                    .toList();
        }
    }

    private static boolean isOwned(Path folder, String prefix) {
        long owner = Long.parseLong(folder.getFileName().toString().substring(prefix.length()));
        return ProcessHandle.of(owner).isPresent();
    }

    /** Removes a folder and all that is in it. */
    static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
