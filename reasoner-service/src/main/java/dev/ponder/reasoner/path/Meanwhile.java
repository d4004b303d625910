package dev.ponder.reasoner.path;

import java.time.Duration;

/** What a thread does now and then while it waits for a generation's end. */
interface Meanwhile {

    /** Nothing. */
    Meanwhile NOTHING = new Meanwhile() {
        @Override
        public long quietNanos() {
            return QUIET_NANOS;
        }

        @Override
        public void look() {}
    };

    /** Long enough to cost nothing, short enough to see soon that a chain goes round in circles. */
    long QUIET_NANOS = Duration.ofMillis(500).toNanos();

    /** How long there will be nothing to do. */
    long quietNanos();

    /** Does it, if it is due. */
    void look();
}
