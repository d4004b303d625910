package dev.ponder.local.explain;

import static java.util.Objects.requireNonNull;

/**
 * Where a line stands.
 *
 * @param file its name; empty where there is one file alone
 * @param line from 1
 */
record Place(String file, long line) {

    Place {
        requireNonNull(file, "file is null");
    }

    /** For people: the file only where there are several. */
    String words() {
        return "line " + line + (file.isEmpty() ? "" : " of " + file);
    }
}
