package dev.ponder.local.trace;

import dev.ponder.local.terminal.Columns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws a trace: each span below the one that led to it, with when it began and how long it took. */
public final class TraceTree {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final int NAME_CELLS = 58;
    private static final int SERVICE_CELLS = 12;

    private final List<WrittenSpan> spans;
    private final Set<String> known;
    private final List<String> lines = new ArrayList<>();

    private TraceTree(List<WrittenSpan> spans) {
        this.spans = spans.stream()
                .sorted(Comparator.comparingLong(WrittenSpan::startNs))
                .toList();
        this.known = spans.stream().map(WrittenSpan::span).collect(Collectors.toSet());
    }

    /** Draws the spans of one trace, a line each; spans whose parent is not among them stand at the left. */
    public static List<String> draw(List<WrittenSpan> spans) {
        TraceTree tree = new TraceTree(spans);
        tree.spans.stream().filter(span -> !tree.known.contains(span.parent())).forEach(root -> tree.add(root, "", ""));
        return List.copyOf(tree.lines);
    }

    private void add(WrittenSpan span, String branch, String below) {
        long beganNs = span.startNs() - spans.getFirst().startNs();
        lines.add("%s %s %9.1f ms  took %8.1f ms"
                .formatted(
                        Columns.fit(branch + span.name(), NAME_CELLS),
                        Columns.fit(span.service(), SERVICE_CELLS),
                        beganNs / NANOS_PER_MILLI,
                        (span.endNs() - span.startNs()) / NANOS_PER_MILLI));
        List<WrittenSpan> children = spans.stream()
                .filter(child -> child.parent().equals(span.span()))
                .toList();
        for (WrittenSpan child : children) {
            boolean last = child.equals(children.getLast());
            add(child, below + (last ? "└─ " : "├─ "), below + (last ? "   " : "│  "));
        }
    }
}
