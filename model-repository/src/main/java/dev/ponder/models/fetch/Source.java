package dev.ponder.models.fetch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where a snapshot comes from. */
interface Source {

    /** Its files. */
    List<RemoteFile> files() throws IOException, InterruptedException;

    /**
     * Brings one file, going on from what is there of it.
     *
     * @param to where it is written; afterwards it has the file's size
     */
    void bring(RemoteFile file, Path to) throws IOException, InterruptedException;

    /** What it is called in stamps and messages. */
    String name();
}
