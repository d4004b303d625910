package dev.ponder.scaling.replay;

import static java.util.Objects.requireNonNull;

import dev.ponder.scaling.decision.Decision;
import dev.ponder.scaling.log.DecisionEntry;
import dev.ponder.scaling.log.LawEntry;

/** What became of a line of the log when it was played again. */
public sealed interface Replayed {

    /** A law begins and knows nothing yet. What is logged may come of one that had run for a while: the line says so. */
    record Began(LawEntry law) implements Replayed {
        public Began {
            requireNonNull(law, "law is null");
        }
    }

    /** The law that runs is said once more, at the beginning of another file. */
    record Continued(LawEntry law) implements Replayed {
        public Continued {
            requireNonNull(law, "law is null");
        }
    }

    /** The law decided as it had. */
    record Same(DecisionEntry logged) implements Replayed {
        public Same {
            requireNonNull(logged, "logged is null");
        }
    }

    /** The law decided otherwise, or for other reasons. */
    record Differed(DecisionEntry logged, Decision again) implements Replayed {
        public Differed {
            requireNonNull(logged, "logged is null");
            requireNonNull(again, "again is null");
        }
    }

    /** No law could be asked. */
    record Unasked(DecisionEntry logged, String why) implements Replayed {
        public Unasked {
            requireNonNull(logged, "logged is null");
            requireNonNull(why, "why is null");
        }
    }
}
