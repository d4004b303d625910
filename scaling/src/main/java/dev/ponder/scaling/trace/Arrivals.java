package dev.ponder.scaling.trace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers a file's requests. Time counts from the first of them, whatever clock the file used. */
final class Arrivals {

    /** So that a file with one request, which says nothing of how long was watched, has a rate. */
    private static final Duration LEAST = Duration.ofSeconds(1);

    private final List<TracedRequest> requests = new ArrayList<>();

    void add(TracedRequest request) {
        requests.add(request);
    }

    /** The requests as a trace that ends with its last one. */
    Trace finish(String name) throws UnreadableTraceException {
        if (requests.isEmpty()) {
            throw new UnreadableTraceException(name + ": there is no request in it; name a file with a row a request");
        }
        requests.sort(Comparator.comparing(TracedRequest::at));
        Duration first = requests.getFirst().at();
        requests.replaceAll(request -> since(first, request));
        Duration last = requests.getLast().at();
        return new Trace(name, requests, last.compareTo(LEAST) < 0 ? LEAST : last);
    }

    private static TracedRequest since(Duration first, TracedRequest request) {
        return first.isZero()
                ? request
                : new TracedRequest(
                        request.at().minus(first),
                        request.inputTokens(),
                        request.outputTokens(),
                        request.prefixBlocks());
    }
}
