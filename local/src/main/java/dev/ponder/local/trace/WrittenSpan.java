package dev.ponder.local.trace;

import static java.util.Objects.requireNonNull;

/**
 * A finished span, as a line of a span file tells it.
 *
 * @param trace whose part it is
 * @param span its own id
 * @param parent the id of the span that led to it
 * @param name what was done
 * @param startNs begin, nanoseconds since 1970
 * @param endNs end, likewise
 * @param service who did it
 */
public record WrittenSpan(
        String trace, String span, String parent, String name, long startNs, long endNs, String service) {

    public WrittenSpan {
        requireNonNull(trace, "trace is null");
        requireNonNull(span, "span is null");
        requireNonNull(parent, "parent is null");
        requireNonNull(name, "name is null");
        requireNonNull(service, "service is null");
    }
}
