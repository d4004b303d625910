package dev.ponder.scaling.forecast;

import dev.ponder.scaling.capacity.Flow;
import dev.ponder.scaling.observation.Work;
import java.util.ArrayList;
import java.util.List;

/**
 * What arrived lately, and how fast. The steady flow is the mean since the flow last changed: where an older and a newer part of what
 * is remembered differ by more than chance explains, the older is forgotten (as ADWIN does: Bifet, Gavaldà, "Learning from time-changing
 * data with adaptive windowing", 2007; the test is {@link RankChange}). One thread.
 */
final class Arrivals {

    /** A change that lasts for fewer slices than this is a spike. */
    private static final int SHORTEST_NEW = 4;

    private static final int SHORTEST_OLD = 8;
    /** Standard errors; many splits are tried at each slice, so that two would be too few. */
    private static final double SURE = 3.2;

    private record Slice(double seconds, Work work) {}

    private final List<Slice> slices = new ArrayList<>();
    private final double longestSeconds;
    private int steadyFrom;

    /** Remembers so many seconds. */
    Arrivals(double longestSeconds) {
        this.longestSeconds = longestSeconds;
    }

    /** Takes what arrived in the seconds since it was told last. */
    void add(double seconds, Work work) {
        slices.addLast(new Slice(seconds, work));
        double all = slices.stream().mapToDouble(Slice::seconds).sum();
        while (slices.size() > 1 && all > longestSeconds) {
            all -= slices.removeFirst().seconds();
            steadyFrom = Math.max(0, steadyFrom - 1);
        }
    }

    /** Looks whether the flow has changed; whoever asks for the steady flow looks after each slice. */
    void noticeChange() {
        double[] requests = slices.subList(steadyFrom, slices.size()).stream()
                .mapToDouble(one -> one.work().requests())
                .toArray();
        steadyFrom += RankChange.find(requests, SHORTEST_NEW, SHORTEST_OLD, SURE);
    }

    /** The mean flow since it changed last. */
    Flow steady() {
        Work work = Work.NONE;
        double seconds = 0;
        for (Slice slice : slices.subList(steadyFrom, slices.size())) {
            work = work.plus(slice.work());
            seconds += slice.seconds();
        }
        return seconds == 0 ? Flow.NONE : Flow.of(work, seconds);
    }

    /** By what share of itself the steady flow may be off: the standard error of its mean, that of chance arrivals at the least. */
    double doubtOfSteady() {
        List<Slice> steady = slices.subList(steadyFrom, slices.size());
        double mean = steady.stream()
                .mapToDouble(one -> one.work().requests())
                .average()
                .orElse(0);
        if (mean == 0) {
            return 0;
        }
        double squares = steady.stream()
                .mapToDouble(one -> one.work().requests() - mean)
                .map(deviation -> deviation * deviation)
                .sum();
        double variance = Math.max(squares / Math.max(1, steady.size() - 1), mean);
        return Math.min(1, Math.sqrt(variance / steady.size()) / mean);
    }
}
