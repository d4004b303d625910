package dev.ponder.autoscaler.serving;

import dev.ponder.scaling.decision.Decision;
import dev.ponder.scaling.observation.Reading;

/** How many replicas KEDA is told. Pure. */
final class Wanted {

    private Wanted() {}

    /** What was decided, and one at least while work waits; missing where no decision counts, so that KEDA's fallback acts. */
    static Reading<Integer> of(Reading<Boolean> waits, Reading<Decision> standing) {
        int least = waits.known().orElse(false) ? 1 : 0;
        return standing.map(last -> Math.max(least, last.replicas()));
    }
}
