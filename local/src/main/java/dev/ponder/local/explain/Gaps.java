package dev.ponder.local.explain;

import dev.ponder.scaling.observation.PoolObservation;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was not known when it was decided, and how often. One thread. */
final class Gaps {

    /** Reasons hold what a source said, so there may be many. */
    private static final int MOST = 1000;

    /**
     * One reason why something was missing.
     *
     * @param why as the source said it
     * @param decisions how many were made without it
     */
    record Gap(String why, long decisions, Instant first, Instant last) {

        private Gap also(Instant at) {
            return new Gap(why, decisions + 1, first, at);
        }
    }

    private final Map<String, Gap> gaps = new HashMap<>();

    void look(PoolObservation seen) {
        for (String why : seen.missing()) {
            Gap known = gaps.get(why);
            if (known != null) {
                gaps.put(why, known.also(seen.at()));
            } else if (gaps.size() < MOST) {
                gaps.put(why, new Gap(why, 1, seen.at(), seen.at()));
            }
        }
    }

    /** The most frequent first. */
    List<Gap> all() {
        return gaps.values().stream()
                .sorted(Comparator.comparingLong(Gap::decisions).reversed().thenComparing(Gap::why))
                .toList();
    }
}
