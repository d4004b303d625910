package dev.ponder.models.fetch;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file of a snapshot, as its list describes it.
 *
 * @param path below the snapshot, with slashes
 * @param size in bytes
 * @param sum what its content must come to; null where the list does not say
 */
record RemoteFile(String path, long size, @Nullable Sum sum) {

    /**
     * A checksum.
     *
     * @param kind how it is made
     * @param hex in lower case
     */
    record Sum(Kind kind, String hex) {

        /** How a checksum is made. */
        enum Kind {
            SHA256,
            /** SHA-1 of git's header and the content. */
            GIT
        }
    }

    RemoteFile {
        requireNonNull(path, "path is null");
        if (size < 0) {
            throw new IllegalArgumentException("the size of " + path + " is " + size);
        }
        Path relative = Path.of(path).normalize();
        if (path.isEmpty()
                || relative.isAbsolute()
                || relative.startsWith("..")
                || !relative.toString().equals(path)) {
            throw new IllegalArgumentException("the list names \"" + path + "\", which does not lie in the snapshot");
        }
    }
}
