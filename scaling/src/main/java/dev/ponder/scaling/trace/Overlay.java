package dev.ponder.scaling.trace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Several copies of a trace as one, as {@link Trace#overlaid} says. Pure. */
record Overlay(int copies, Duration shift, long seed) {

    Overlay {
        if (copies < 1) {
            throw new IllegalArgumentException("copies are below 1: " + copies);
        }
        if (shift.isNegative()) {
            throw new IllegalArgumentException("shift is negative: " + shift);
        }
    }

    Trace of(Trace trace) {
        SplittableRandom random = new SplittableRandom(seed);
        List<TracedRequest> all = new ArrayList<>(trace.requests());
        Duration latest = Duration.ZERO;
        for (int copy = 1; copy < copies; copy++) {
            Duration later = Duration.ofNanos(random.nextLong(shift.toNanos() + 1));
            for (TracedRequest request : trace.requests()) {
                all.add(shifted(request, later, copy));
            }
            latest = later.compareTo(latest) > 0 ? later : latest;
        }
        // Stable, so requests of the same moment stay in the order of their copies.
        all.sort(Comparator.comparing(TracedRequest::at));
        return new Trace(trace.name(), all, trace.duration().plus(latest));
    }

    private static TracedRequest shifted(TracedRequest request, Duration later, int copy) {
        return new TracedRequest(
                request.at().plus(later),
                request.inputTokens(),
                request.outputTokens(),
                request.prefixBlocks().stream()
                        .map(block -> ofCopy(block, copy))
                        .toList());
    }

    /** A step in one copy is a step to the same block again, and, in 64 bits, hardly ever to a block of another copy. */
    private static long ofCopy(long block, int copy) {
        return new SplittableRandom(block ^ ((long) copy << Integer.SIZE)).nextLong();
    }
}
