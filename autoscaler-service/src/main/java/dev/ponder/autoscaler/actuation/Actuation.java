package dev.ponder.autoscaler.actuation;

import static java.util.Objects.requireNonNull;

/** What became of a decision. */
public sealed interface Actuation {

    /** The cluster was asked for more or fewer. */
    record Scaled(int from, int to) implements Actuation {}

    /** It has what it should. */
    record Unchanged(int replicas) implements Actuation {}

    /** Another process writes, or nobody here may. */
    record Standby() implements Actuation {}

    /** The cluster refused; the next turn tries again. */
    record Undone(String why) implements Actuation {
        public Undone {
            requireNonNull(why, "why is null");
        }
    }

    /** The word for meters. */
    default String word() {
        return switch (this) {
            case Scaled _ -> "scaled";
            case Unchanged _ -> "unchanged";
            case Standby _ -> "standby";
            case Undone _ -> "undone";
        };
    }
}
