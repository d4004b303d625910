package dev.ponder.models.folder;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder that is there whole or not at all. It is written beside its place under another name and moved there at the end; a stamp in it
 * says that we wrote it, and of what. A folder without our stamp is somebody else's: it is never replaced.
 *
 * @param place where it is to be
 */
public record OwnFolder(Path place) {

    private static final String STAMP = ".ponder-stamp";
    private static final String UNFINISHED = ".unfinished";
    private static final String REPLACED = ".replaced";

    public OwnFolder {
        requireNonNull(place, "place is null");
        place = place.toAbsolutePath().normalize();
    }

    /** Whether something whole of ours is there. Changes nothing, so that whoever only waits may ask. */
    public boolean isThere() {
        return Files.isRegularFile(place.resolve(STAMP));
    }

    /** The stamp of what is there; empty where nothing is. */
    public Optional<String> stamp() throws IOException {
        finishMove();
        Path stamp = place.resolve(STAMP);
        return Files.isRegularFile(stamp) ? Optional.of(Files.readString(stamp).strip()) : Optional.empty();
    }

    /**
     * Refuses a place that holds what we did not write.
     *
     * @throws IOException naming the place and what to do
     */
    public void claim() throws IOException {
        if (stamp().isEmpty() && Files.exists(place) && !isEmpty(place)) {
            throw new IOException(
                    place + " holds something that this command did not write; name another folder, or empty it");
        }
    }

    /** Where to write meanwhile; what an earlier run left there is still there. */
    public Path unfinished() throws IOException {
        return Files.createDirectories(beside(UNFINISHED));
    }

    /** The same, emptied. */
    public Path fresh() throws IOException {
        delete(beside(UNFINISHED));
        return unfinished();
    }

    /** Puts what was written in place, under a stamp. A crash between leaves the old or the new one, never a part. */
    public void finish(String stamp) throws IOException {
        claim();
        Path written = unfinished();
        Files.writeString(written.resolve(STAMP), stamp + "\n");
        delete(beside(REPLACED));
        if (Files.exists(place)) {
            move(place, beside(REPLACED));
        }
        move(written, place);
        delete(beside(REPLACED));
    }

    /** A crash between the two moves left the place empty: the old one comes back, and the new one is written again. */
    private void finishMove() throws IOException {
        if (!Files.exists(place) && Files.exists(beside(REPLACED))) {
            move(beside(REPLACED), place);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException split) {
            throw new IOException(
                    to + " is on another file system than " + from + "; mount their common folder", split);
        }
    }

    private Path beside(String ending) {
        return place.resolveSibling("." + place.getFileName() + ending);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.allMatch(file -> file.getFileName().toString().equals("lost+found"));
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
