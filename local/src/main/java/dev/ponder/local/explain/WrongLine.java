package dev.ponder.local.explain;

import static java.util.Objects.requireNonNull;

/**
 * A line that could not be read.
 *
 * @param number from 1
 * @param why with the field, where it is one
 */
record WrongLine(long number, String why) {

    WrongLine {
        requireNonNull(why, "why is null");
    }
}
