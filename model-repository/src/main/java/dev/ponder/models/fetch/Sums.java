package dev.ponder.models.fetch;

import dev.ponder.models.folder.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Holds files to their list. */
final class Sums {

    private Sums() {}

    /** Whether a file has the size and, where there is one, the checksum of the list. */
    static boolean match(RemoteFile file, Path at) throws IOException {
        if (!Files.isRegularFile(at) || Files.size(at) != file.size()) {
            return false;
        }
        RemoteFile.Sum sum = file.sum();
        if (sum == null) {
            return true;
        }
        String made =
                switch (sum.kind()) {
                    case SHA256 -> Digest.of(at);
                    case GIT -> Digest.gitBlob(at);
                };
        return made.equalsIgnoreCase(sum.hex());
    }
}
