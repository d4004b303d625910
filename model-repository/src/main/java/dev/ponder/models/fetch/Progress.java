package dev.ponder.models.fetch;

import dev.ponder.models.terminal.Bytes;
import dev.ponder.models.terminal.Lines;

/** Says how far a snapshot is, a line a file. One thread. */
final class Progress {

    private final Lines lines;
    private final int files;
    private final long bytes;
    private int doneFiles;
    private long doneBytes;

    Progress(Lines lines, int files, long bytes) {
        this.lines = lines;
        this.files = files;
        this.bytes = bytes;
    }

    void done(RemoteFile file, boolean wasThere) {
        doneFiles++;
        doneBytes += file.size();
        lines.line("[%d/%d] %s, %s of %s%s%s"
                .formatted(
                        doneFiles,
                        files,
                        file.path(),
                        Bytes.gb(doneBytes),
                        Bytes.gb(bytes),
                        wasThere ? ", was there" : "",
                        file.sum() == null ? ", by size alone: the list has no checksum" : ""));
    }
}
