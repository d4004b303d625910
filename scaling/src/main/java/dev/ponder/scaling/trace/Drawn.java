package dev.ponder.scaling.trace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The part of a file of rates that is asked for, as requests.
 *
 * @param end of the file's last window
 */
record Drawn(Drawing drawing, List<RateWindow> windows, Duration end) {

    /** As many as a small heap holds. */
    private static final long MOST = 2_000_000;

    Trace finish(String name) throws UnreadableTraceException {
        requireFew(name);
        List<TracedRequest> requests = new ArrayList<>();
        windows.forEach(window -> window.draw(request -> take(request, requests)));
        if (requests.isEmpty()) {
            throw new UnreadableTraceException("%s: there is no request within %s from %s on; the file ends at %s"
                    .formatted(name, shown(drawing.span()), shown(drawing.from()), shown(end)));
        }
        requests.sort(Comparator.comparing(TracedRequest::at));
        return new Trace(name, requests, watched());
    }

    private void requireFew(String name) throws UnreadableTraceException {
        long count = windows.stream().mapToLong(RateWindow::requests).sum();
        if (count > MOST) {
            throw new UnreadableTraceException(
                    "%s: %,d requests within %s from %s on are more than %,d; ask for a shorter part of it"
                            .formatted(name, count, shown(drawing.span()), shown(drawing.from()), MOST));
        }
    }

    private void take(TracedRequest request, List<TracedRequest> requests) {
        Duration at = request.at().minus(drawing.from());
        if (!at.isNegative() && at.compareTo(watched()) <= 0) {
            requests.add(TracedRequest.plain(at, request.inputTokens(), request.outputTokens()));
        }
    }

    /** From the beginning of the part to its end, or to that of the file. */
    private Duration watched() {
        Duration rest = end.minus(drawing.from());
        return rest.compareTo(drawing.span()) < 0 ? rest : drawing.span();
    }

    private static String shown(Duration time) {
        return time.toSeconds() + " s";
    }
}
