package dev.ponder.autoscaler.serving;

import dev.ponder.scaling.decision.Decision;
import dev.ponder.scaling.observation.Reading;

/** Whether a pool should have any replica at all. */
sealed interface Activity {

    /** It should. */
    record Active() implements Activity {}

    /** It may sleep: nothing waits, and the law wants none. */
    record Idle() implements Activity {}

    /** Nobody knows, so nobody should change anything. */
    record Unknown(String why) implements Activity {}

    /**
     * Weighs what waits against what was decided last. Work that waits is reason enough; only who knows both may say that there is none.
     *
     * @param waits whether there is work that is not done with
     */
    static Activity of(Reading<Boolean> waits, Reading<Decision> standing) {
        boolean wanted = standing.known().map(last -> last.replicas() > 0).orElse(false);
        if (wanted || waits.known().orElse(false)) {
            return new Active();
        }
        if (waits instanceof Reading.Missing<Boolean>(String why)) {
            return new Unknown(why);
        }
        return standing instanceof Reading.Missing<Decision>(String why) ? new Unknown(why) : new Idle();
    }
}
