package dev.ponder.local.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A summary for people. */
final class SummaryLines {

    private SummaryLines() {}

    static List<String> of(Summary summary, Path folder) {
        List<String> lines = new ArrayList<>();
        lines.add(summary.isClean() ? "Every question was answered once." : "Not every question was answered once!");
        lines.add("  %d produced, %d settled, %d lost, %d doubled"
                .formatted(summary.produced(), summary.settled(), summary.lost(), summary.doubled()));
        lines.add("  %d answers, %d errors, %d from the cache"
                .formatted(summary.tookMillis().size() - summary.errors(), summary.errors(), summary.hits()));
        lines.add("  %d tokens generated (simulated GPU), %s %s"
                .formatted(
                        summary.tokens(), summary.price().stripTrailingZeros().toPlainString(), summary.currency()));
        if (!summary.tookMillis().isEmpty()) {
            lines.add("  from asking to the committed result: p50 %.0f ms, p99 %.0f ms"
                    .formatted(summary.percentileMillis(0.5), summary.percentileMillis(0.99)));
        }
        lines.add("  logs and spans: " + folder);
        return lines;
    }
}
