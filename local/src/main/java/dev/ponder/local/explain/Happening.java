package dev.ponder.local.explain;

import static java.util.Objects.requireNonNull;

import dev.ponder.scaling.decision.Decision;
import dev.ponder.scaling.log.LawEntry;

/** Something to tell about a pool. */
sealed interface Happening {

    /** A law began to decide, or is told of in the middle of its run. */
    record Began(LawEntry law) implements Happening {
        public Began {
            requireNonNull(law, "law is null");
        }
    }

    /** Another number of replicas is wanted than before. */
    record Changed(Place place, int from, Decision decided) implements Happening {
        public Changed {
            requireNonNull(decided, "decided is null");
        }
    }

    /** Decisions that wanted what the one before them did. */
    record Stayed(int decisions, int replicas) implements Happening {}
}
