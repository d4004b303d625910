package dev.ponder.router.settlement.relay;

import static java.util.Objects.requireNonNull;

/** What the settlement loop is at. */
public sealed interface LoopState {

    /** It has not read yet. */
    record Starting() implements LoopState {}

    /** It settles. */
    record Running() implements LoopState {}

    /**
     * It failed and tries again.
     *
     * @param why a sentence without any content of a record
     */
    record Recovering(String why) implements LoopState {
        public Recovering {
            requireNonNull(why, "why is null");
        }
    }

    /** It was told to end, and has. */
    record Stopped() implements LoopState {}
}
