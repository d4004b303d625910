package dev.ponder.local.explain;

import static java.util.Objects.requireNonNull;

/**
 * A line that could not be read.
 *
 * @param file its name
 * @param number from 1
 * @param why with the field, where it is one
 */
record WrongLine(String file, long number, String why) {

    WrongLine {
        requireNonNull(file, "file is null");
        requireNonNull(why, "why is null");
    }
}
