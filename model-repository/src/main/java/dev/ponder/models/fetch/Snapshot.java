package dev.ponder.models.fetch;

import dev.ponder.models.folder.Digest;
import dev.ponder.models.folder.OwnFolder;
import dev.ponder.models.terminal.Bytes;
import dev.ponder.models.terminal.Lines;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Brings a snapshot into a folder: what is whole stays, what is half is gone on with, and it is in place only when all is right. A snapshot
 * in place is never brought anew, whatever its source has become meanwhile: a branch goes on, and what reads the folder may serve it. One
 * thread.
 */
final class Snapshot {

    private final Source source;
    private final OwnFolder folder;
    private final List<PathMatcher> skipped;
    private final String asked;
    private final Lines lines;

    Snapshot(Source source, OwnFolder folder, List<String> skipped, Lines lines) {
        this.source = source;
        this.folder = folder;
        this.skipped = skipped.stream()
                .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
                .toList();
        this.asked = "snapshot " + Digest.of(source.name() + "\n" + String.join("\n", skipped)) + " ";
        this.lines = lines;
    }

    /** Whether anything had to be brought. */
    boolean bring() throws IOException, InterruptedException {
        folder.claim();
        if (folder.stamp().filter(stamp -> stamp.startsWith(asked)).isPresent()) {
            lines.line(folder.place() + " is there already, of " + source.name() + " as it was then");
            return false;
        }
        List<RemoteFile> files = wanted();
        Path unfinished = folder.unfinished();
        keepOnly(unfinished, files);
        needSpace(unfinished, files);
        long bytes = files.stream().mapToLong(RemoteFile::size).sum();
        Progress progress = new Progress(lines, files.size(), bytes);
        for (RemoteFile file : files) {
            progress.done(file, one(file, unfinished.resolve(file.path())));
        }
        folder.finish(asked + Digest.of(listed(files)));
        lines.line(folder.place() + " is complete: " + files.size() + " files, " + Bytes.gb(bytes));
        return true;
    }

    private List<RemoteFile> wanted() throws IOException, InterruptedException {
        List<RemoteFile> files = source.files().stream()
                .filter(file -> skipped.stream().noneMatch(glob -> glob.matches(Path.of(file.path()))))
                .sorted(Comparator.comparing(RemoteFile::path))
                .toList();
        if (files.stream().noneMatch(file -> file.path().equals("config.json"))) {
            throw FetchException.forGood(
                    source.name() + " holds no config.json among " + files.size() + " files; name a model's snapshot");
        }
        return files;
    }

    private boolean one(RemoteFile file, Path to) throws IOException, InterruptedException {
        if (Sums.match(file, to)) {
            return true;
        }
        Files.createDirectories(to.getParent());
        source.bring(file, to);
        if (!Sums.match(file, to)) {
            Files.delete(to);
            throw FetchException.forGood(file.path() + " does not have the size and checksum of the list");
        }
        return false;
    }

    /** What an earlier list named and this one does not would be taken for a part of the model. */
    private static void keepOnly(Path folder, List<RemoteFile> files) throws IOException {
        Set<Path> kept =
                files.stream().map(file -> folder.resolve(file.path())).collect(Collectors.toUnmodifiableSet());
        try (Stream<Path> there = Files.walk(folder)) {
            for (Path each : there.filter(Files::isRegularFile)
                    .filter(path -> !kept.contains(path))
                    .toList()) {
                Files.delete(each);
            }
        }
    }

    private static void needSpace(Path folder, List<RemoteFile> files) throws IOException {
        long missing = 0;
        for (RemoteFile file : files) {
            Path there = folder.resolve(file.path());
            missing += file.size() - (Files.exists(there) ? Math.min(Files.size(there), file.size()) : 0);
        }
        long free = Files.getFileStore(folder).getUsableSpace();
        if (missing > free) {
            throw FetchException.forGood("%s has room for %s, %s are still to come; give the volume more"
                    .formatted(folder, Bytes.gb(free), Bytes.gb(missing)));
        }
    }

    private static String listed(List<RemoteFile> files) {
        return files.stream().map(RemoteFile::toString).collect(Collectors.joining("\n"));
    }
}
