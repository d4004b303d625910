package dev.ponder.scaling.trace;

import java.time.Duration;
import java.util.List;

/** Slides a window over a trace. One that holds most begins at a request, so no other need be tried. Pure. */
final class Busiest {

    private final List<TracedRequest> requests;
    private final Duration length;
    private int end;
    private long inputTokens;
    private long outputTokens;

    private Busiest(List<TracedRequest> requests, Duration length) {
        this.requests = requests;
        this.length = length;
    }

    static Stretch of(Trace trace, Duration length) {
        if (!length.isPositive()) {
            throw new IllegalArgumentException("length is not above zero: " + length);
        }
        Duration within = length.compareTo(trace.duration()) < 0 ? length : trace.duration();
        return new Busiest(trace.requests(), within).find();
    }

    private Stretch find() {
        Stretch best = take(0);
        for (int begin = 1; begin < requests.size(); begin++) {
            leave(requests.get(begin - 1));
            Stretch next = take(begin);
            best = next.outputTokens() > best.outputTokens() ? next : best;
        }
        return best;
    }

    /** Moves the end so that the window that begins at a request is full; its end is not part of it. */
    private Stretch take(int begin) {
        Duration from = requests.get(begin).at();
        Duration until = from.plus(length);
        while (end < requests.size() && requests.get(end).at().compareTo(until) < 0) {
            inputTokens += requests.get(end).inputTokens();
            outputTokens += requests.get(end).outputTokens();
            end++;
        }
        return new Stretch(from, length, end - begin, inputTokens, outputTokens);
    }

    private void leave(TracedRequest gone) {
        inputTokens -= gone.inputTokens();
        outputTokens -= gone.outputTokens();
    }
}
