package dev.ponder.local.launch;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where one run keeps what it writes: {@code run-N}, N being free, so that runs beside one another never meet. The newest
 * finished runs are kept for their logs, older ones go when the next begins.
 *
 * @param path the folder
 */
record WorkFolder(Path path) {

    private static final String PREFIX = "run-";
    private static final String OWNER = "owner.pid";
    private static final String RECORDING = ".aotconf";
    private static final int FINISHED_KEPT = 3;

    /** Makes the next folder, owned by this process. */
    static WorkFolder next(Path state) throws IOException {
        Files.createDirectories(state);
        dropFinished(state);
        int n = 1;
        while (!take(state.resolve(PREFIX + n))) {
            n++;
        }
        Path path = state.resolve(PREFIX + n);
        Files.writeString(
                path.resolve(OWNER), Long.toString(ProcessHandle.current().pid()));
        return new WorkFolder(path);
    }

    /** Takes a folder by making it, which of several runs only one can. */
    private static boolean take(Path candidate) throws IOException {
        try {
            Files.createDirectory(candidate);
            return true;
        } catch (FileAlreadyExistsException another) {
            return false;
        }
    }

    Path log(String name) {
        return path.resolve(name + ".log");
    }

    Path trace(String name) {
        return path.resolve(name + ".spans.jsonl");
    }

    Path recording(String kind) {
        return path.resolve(kind + RECORDING);
    }

    Path state(String name) {
        return path.resolve(name);
    }

    /** Where the run's programs write temporary files. */
    Scratch scratch() {
        return new Scratch(path.resolve("tmp"));
    }

    /** Everything that services wrote about spans. */
    List<Path> traces() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(".spans.jsonl"))
                    .sorted()
                    .toList();
        }
    }

    private static void dropFinished(Path state) throws IOException {
        try (Stream<Path> folders = Files.list(state)) {
            List<Path> finished = folders.filter(WorkFolder::isFinished)
                    .sorted(Comparator.comparingLong(
                            (Path folder) -> -folder.toFile().lastModified()))
                    .toList();
            IntStream.range(FINISHED_KEPT, finished.size()).forEach(i -> delete(finished.get(i)));
            for (Path kept : finished.subList(0, Math.min(FINISHED_KEPT, finished.size()))) {
                dropRecordings(kept);
            }
        }
    }

    /** Who was interrupted leaves what caches would have been made of: some hundred megabytes that nobody reads. */
    private static void dropRecordings(Path finished) throws IOException {
        try (Stream<Path> files = Files.list(finished)) {
            files.filter(file -> file.toString().endsWith(RECORDING)).forEach(WorkFolder::delete);
        }
    }

    private static boolean isFinished(Path folder) {
        if (!folder.getFileName().toString().startsWith(PREFIX)) {
            return false;
        }
        try {
            long owner = Long.parseLong(Files.readString(folder.resolve(OWNER)).strip());
            return ProcessHandle.of(owner).isEmpty();
        } catch (IOException | NumberFormatException beingMade) {
            return false;
        }
    }

    /** Removes a folder of this run's; what can't be removed stays. */
    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException unreadable) {
            System.getLogger(WorkFolder.class.getName())
                    .log(System.Logger.Level.DEBUG, "cannot clean " + folder, unreadable);
        }
    }
}
