package dev.ponder.router.settlement.liveness;

import static java.util.Objects.requireNonNull;

import dev.ponder.router.settlement.decision.OpenWork;

/** What has to be done about a piece of work under way. */
public sealed interface Finding {

    /** The work it is about. */
    OpenWork work();

    /** Nobody has it, and it may be tried again: dispatch it as the next attempt. */
    record Orphaned(OpenWork work) implements Finding {
        public Orphaned {
            requireNonNull(work, "work is null");
        }
    }

    /** Nobody has it, and it had all its attempts: end it with an error, and put its record aside. */
    record Exhausted(OpenWork work) implements Finding {
        public Exhausted {
            requireNonNull(work, "work is null");
        }
    }

    /** Its deadline has passed without an outcome: end it with an error. */
    record Overdue(OpenWork work) implements Finding {
        public Overdue {
            requireNonNull(work, "work is null");
        }
    }

    /** All is well, but what the register holds of it grows old: say it again. */
    record Fading(OpenWork work) implements Finding {
        public Fading {
            requireNonNull(work, "work is null");
        }
    }
}
