package dev.ponder.cache.learning;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/** How far the first catch-up is: {@code Waiting → (TopicMissing →) Behind → CaughtUp}, or {@code Stalled}. */
public sealed interface CatchUpState {

    /** No partition was given to this replica yet. */
    record Waiting() implements CatchUpState {}

    /** The broker has no such topic; reading begins when it appears. */
    record TopicMissing() implements CatchUpState {}

    /**
     * Reading.
     *
     * @param targets by partition, the position still to be reached
     */
    record Behind(Map<Integer, Long> targets) implements CatchUpState {
        public Behind {
            targets = Map.copyOf(targets);
        }
    }

    /** Reading can't begin; a restart may help. */
    record Stalled(String why) implements CatchUpState {
        public Stalled {
            requireNonNull(why, "why is null");
        }
    }

    /** Everything that was there at the start is stored. */
    record CaughtUp() implements CatchUpState {}
}
