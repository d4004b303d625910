package dev.ponder.scaling.forecast;

import dev.ponder.scaling.observation.Objective;
import dev.ponder.scaling.observation.Work;
import java.util.Collection;

/**
 * How many requests come at a blow. Slices are too long to see it, but their counts tell: independent arrivals in clumps of n scatter n times
 * as much as single ones (the index of dispersion for counts: Cox, Lewis, "The Statistical Analysis of Series of Events", 1966). Pure.
 */
final class Clumps {

    private Clumps() {}

    /** Requests of a class, and of those that go before it, that come together; 1 at least. */
    static double size(Collection<Slice> slices, Objective objective) {
        double sum = 0;
        double squares = 0;
        for (Slice slice : slices) {
            double requests = slice.upTo(objective).requests();
            sum += requests;
            squares += requests * requests;
        }
        double mean = sum / slices.size();
        return sum == 0 ? 1 : Math.max(1, (squares / slices.size() - mean * mean) / mean);
    }

    /** Prompt tokens that come together in a slice; all of it at most. */
    static double promptTokens(Work work, double size) {
        return work.requests() == 0 ? 0 : Math.min(1, size / work.requests()) * work.inputTokens();
    }
}
