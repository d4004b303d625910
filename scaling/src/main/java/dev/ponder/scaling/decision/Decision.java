package dev.ponder.scaling.decision;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/** How many replicas there should be, and why. */
public sealed interface Decision {

    /** What keeps replicas that no policy asks for. */
    String HOLD = "hold";
    /** What takes growth back that did harm. */
    String MORE_DID_LESS = "more did less";
    /** The names of what is above all policies; a reason begins with one of these, or with a policy's, and a colon. */
    List<String> GUARDS = List.of(HOLD, MORE_DID_LESS);

    /** When it was made. */
    Instant at();

    /** How many there were, without those that drain. */
    int from();

    /** How many there should be, likewise. */
    int replicas();

    /** Why, for a person, the deciding reason first. */
    List<String> reasons();

    /** As many as before. */
    record Kept(Instant at, int replicas, List<String> reasons) implements Decision {
        public Kept {
            requireNonNull(at, "at is null");
            reasons = List.copyOf(reasons);
        }

        @Override
        public int from() {
            return replicas;
        }
    }

    /** More than before. */
    record Grown(Instant at, int from, int replicas, List<String> reasons) implements Decision {
        public Grown {
            requireNonNull(at, "at is null");
            reasons = List.copyOf(reasons);
            if (replicas <= from) {
                throw new IllegalArgumentException("not grown: from %d to %d".formatted(from, replicas));
            }
        }
    }

    /** Fewer than before. */
    record Shrunk(Instant at, int from, int replicas, List<String> reasons) implements Decision {
        public Shrunk {
            requireNonNull(at, "at is null");
            reasons = List.copyOf(reasons);
            if (replicas >= from) {
                throw new IllegalArgumentException("not shrunk: from %d to %d".formatted(from, replicas));
            }
        }
    }

    /** The decision to go from one number to another. */
    static Decision of(Instant at, int from, int replicas, List<String> reasons) {
        if (replicas > from) {
            return new Grown(at, from, replicas, reasons);
        }
        return replicas < from ? new Shrunk(at, from, replicas, reasons) : new Kept(at, replicas, reasons);
    }
}
