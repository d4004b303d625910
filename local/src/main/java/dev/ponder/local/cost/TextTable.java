package dev.ponder.local.cost;

import dev.ponder.local.page.Table;
import dev.ponder.local.terminal.Columns;
import dev.ponder.local.terminal.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A table as lines of a terminal. Pure. */
final class TextTable {

    private static final int WIDEST = 30;

    private final Table table;
    private final int[] widths;

    private TextTable(Table table) {
        this.table = table;
        this.widths = IntStream.range(0, table.heads().size())
                .map(column -> Math.min(WIDEST, widest(column)))
                .toArray();
    }

    static List<String> of(Table table) {
        TextTable text = new TextTable(table);
        List<String> lines = new ArrayList<>();
        lines.add(text.line(table.heads()));
        table.rows().forEach(row -> lines.add(text.line(row)));
        return lines;
    }

    private int widest(int column) {
        int widest = Columns.width(table.heads().get(column));
        for (List<String> row : table.rows()) {
            widest = Math.max(widest, Columns.width(SafeText.line(row.get(column))));
        }
        return widest;
    }

    private String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = Columns.fit(SafeText.line(cells.get(column)), widths[column]);
            line.append("  ").append(table.isNumeric(column) ? atRight(cell) : cell);
        }
        return line.toString().stripTrailing();
    }

    private static String atRight(String cell) {
        String text = cell.stripTrailing();
        return " ".repeat(cell.length() - text.length()) + text;
    }
}
