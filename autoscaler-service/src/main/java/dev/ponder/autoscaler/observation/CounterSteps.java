package dev.ponder.autoscaler.observation;

import dev.ponder.scaling.observation.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/**
 * How far the reasoners' counters went since the look before. A process that came since then counts from nothing, and so does one that
 * started anew; one that could not be read catches up when it can. One thread.
 */
final class CounterSteps {

    /** One page, now and when it was last read. */
    record Step(ReasonerFigures before, ReasonerFigures now) {

        /** How far a counter went; nothing where the page has none. */
        OptionalDouble grown(Function<ReasonerFigures, OptionalDouble> counter) {
            OptionalDouble end = counter.apply(now);
            if (end.isEmpty()) {
                return end;
            }
            return OptionalDouble.of(
                    Math.max(0, end.orElseThrow() - counter.apply(before).orElse(0)));
        }

        /** How far the buckets of a histogram went, by upper bound. */
        Map<Double, Double> filled(Function<ReasonerFigures, Map<Double, Double>> histogram) {
            Map<Double, Double> begin = histogram.apply(before);
            Map<Double, Double> grown = new HashMap<>();
            histogram
                    .apply(now)
                    .forEach((bound, count) -> grown.put(bound, Math.max(0, count - begin.getOrDefault(bound, 0.0))));
            return grown;
        }
    }

    private final Map<String, ReasonerFigures> known = new HashMap<>();
    /** Those that were there and never could be read: how far they had come is not known. */
    private final Set<String> unread = new HashSet<>();

    private boolean looked;

    /** A step a page that could be read; missing before there is anything to compare with. */
    Reading<List<Step>> advance(Reading<Map<String, Reading<ReasonerFigures>>> reasoners) {
        return reasoners.flatMap(this::steps);
    }

    private Reading<List<Step>> steps(Map<String, Reading<ReasonerFigures>> pages) {
        boolean first = !looked;
        looked = true;
        List<Step> steps = new ArrayList<>();
        pages.forEach((address, page) -> page.known().ifPresent(now -> {
            ReasonerFigures before = known.put(address, now);
            if (before != null) {
                steps.add(new Step(now.beganAnewSince(before) ? ReasonerFigures.NOTHING : before, now));
            } else if (!unread.contains(address)) {
                steps.add(new Step(ReasonerFigures.NOTHING, now));
            }
        }));
        known.keySet().retainAll(pages.keySet());
        unread.clear();
        unread.addAll(pages.keySet());
        unread.removeAll(known.keySet());
        return first ? Reading.missing("the first look has nothing to compare with") : Reading.of(steps);
    }
}
