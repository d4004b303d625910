package dev.ponder.local.cost;

import dev.ponder.local.page.Table;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table as our documents have it. */
final class MarkdownTable {

    private MarkdownTable() {}

    static String of(Table table) {
        String rule = IntStream.range(0, table.heads().size())
                .mapToObj(column -> table.isNumeric(column) ? "---:" : "---")
                .collect(Collectors.joining("|", "|", "|\n"));
        return line(table.heads())
                + rule
                + table.rows().stream().map(MarkdownTable::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
