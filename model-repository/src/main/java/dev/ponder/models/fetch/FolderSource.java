package dev.ponder.models.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that holds a snapshot already: a mirror, or another volume. A file {@code SHA256SUMS} in it, as {@code sha256sum} writes, is
 * held; a git LFS pointer in a file's place is refused, since it is no model.
 *
 * @param folder that holds it
 */
record FolderSource(Path folder) implements Source {

    private static final String SUMS = "SHA256SUMS";
    private static final int LONGEST_POINTER = 1024;

    @Override
    public List<RemoteFile> files() throws IOException {
        SumsFile sums = SumsFile.read(folder.resolve(SUMS));
        try (Stream<Path> files = Files.walk(folder)) {
            List<RemoteFile> found = files.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .map(Path::toString)
                    .filter(path -> !path.equals(SUMS) && !path.startsWith("."))
                    .sorted()
                    .map(path ->
                            new RemoteFile(path, folder.resolve(path).toFile().length(), sums.of(path)))
                    .toList();
            sums.requireAll(found.stream().map(RemoteFile::path).toList(), folder);
            return found;
        }
    }

    @Override
    public void bring(RemoteFile file, Path to) throws IOException {
        Path from = folder.resolve(file.path());
        if (file.size() < LONGEST_POINTER
                && Files.readString(from, ISO_8859_1).startsWith("version https://git-lfs.github.com/spec/")) {
            throw FetchException.forGood(from + " is a git LFS pointer, not the file; run git lfs pull there");
        }
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public String name() {
        return "folder " + folder.toAbsolutePath().normalize();
    }
}
