package dev.ponder.local.explain;

import dev.ponder.scaling.decision.Decision;
import dev.ponder.scaling.log.DecisionEntry;
import org.jspecify.annotations.Nullable;

/** Whether a law that was asked again decided as the log says, decision by decision. One thread. */
final class Verdict {

    /** The first decision that is another one. */
    record Otherwise(Place place, Decision logged, Decision again) {

        /** Both, in a sentence. */
        String sentence() {
            String what = logged.from() == again.from() && logged.replicas() == again.replicas()
                    ? "the same number for other reasons"
                    : words(again) + " where the log has " + words(logged);
            return "%s at %s: the law decides %s".formatted(place.words(), Words.time(logged.at()), what);
        }

        private static String words(Decision one) {
            return one.from() + " -> " + one.replicas();
        }
    }

    /** The first decision about which no law could be asked. */
    record Unasked(Place place, String why) {}

    private long same;
    private long otherwise;
    private long unasked;
    private @Nullable Otherwise firstOtherwise;
    private @Nullable Unasked firstUnasked;

    void same() {
        same++;
    }

    void otherwise(Place place, DecisionEntry logged, Decision again) {
        otherwise++;
        if (firstOtherwise == null) {
            firstOtherwise = new Otherwise(place, logged.decided(), again);
        }
    }

    void unasked(Place place, String why) {
        unasked++;
        if (firstUnasked == null) {
            firstUnasked = new Unasked(place, why);
        }
    }

    long countSame() {
        return same;
    }

    long countOtherwise() {
        return otherwise;
    }

    long countUnasked() {
        return unasked;
    }

    @Nullable
    Otherwise firstOtherwise() {
        return firstOtherwise;
    }

    @Nullable
    Unasked firstUnasked() {
        return firstUnasked;
    }

    boolean isSame() {
        return otherwise == 0 && unasked == 0;
    }
}
