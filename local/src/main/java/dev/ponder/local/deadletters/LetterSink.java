package dev.ponder.local.deadletters;

import dev.ponder.local.launch.LaunchException;

/** Takes letters one after another, and may wait. */
@FunctionalInterface
interface LetterSink {

    /** Takes the next. */
    void take(Letter letter) throws InterruptedException, LaunchException;
}
