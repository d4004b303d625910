package dev.ponder.workqueue;

import static java.util.Objects.requireNonNull;

/** What becomes of a record after its work. Once a record was handed off, the verdict is only counted. */
public sealed interface Verdict {

    /** The work is done: the record never comes again. */
    record Done() implements Verdict {}

    /**
     * The work should be tried again: by any member at once (share group), or here after a pause (consumer group). A share group
     * archives a record after its delivery limit (5 by default), silently.
     */
    record Release(String reason) implements Verdict {

        public Release {
            requireNonNull(reason, "reason is null");
        }
    }

    /** The record is unfit: it never comes again. Whoever wants it kept writes it to a dead-letter topic first. */
    record Reject(String reason) implements Verdict {

        public Reject {
            requireNonNull(reason, "reason is null");
        }
    }

    /** The verdict of finished work. */
    static Verdict done() {
        return new Done();
    }

    /** Asks for another try, and says why. */
    static Verdict release(String reason) {
        return new Release(reason);
    }

    /** Refuses the record for good, and says why. */
    static Verdict reject(String reason) {
        return new Reject(reason);
    }
}
