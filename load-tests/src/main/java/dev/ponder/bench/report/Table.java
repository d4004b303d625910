package dev.ponder.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows as text in columns, for a terminal. Pure. */
public final class Table {

    private Table() {}

    /** Lays the rows out under one head; a figure that a row lacks is a dash. */
    public static String of(List<Row> rows) {
        Set<String> figures = new LinkedHashSet<>();
        rows.forEach(row -> figures.addAll(row.figures().keySet()));
        List<List<String>> cells = new ArrayList<>();
        cells.add(head(figures));
        rows.forEach(row -> cells.add(cellsOf(row, figures)));
        return layOut(cells);
    }

    private static List<String> head(Set<String> figures) {
        List<String> head = new ArrayList<>(List.of(""));
        head.addAll(figures);
        return head;
    }

    private static List<String> cellsOf(Row row, Set<String> figures) {
        List<String> cells = new ArrayList<>(List.of(row.name()));
        figures.forEach(figure -> cells.add(shown(row.figures().get(figure))));
        return cells;
    }

    private static String shown(@Nullable Double value) {
        if (value == null) {
            return "-";
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e9;
        return whole ? Long.toString(value.longValue()) : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String layOut(List<List<String>> cells) {
        int columns = cells.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> line : cells) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        return cells.stream().map(line -> layOut(line, widths)).collect(Collectors.joining(System.lineSeparator()));
    }

    private static String layOut(List<String> line, int[] widths) {
        StringBuilder text = new StringBuilder(line.getFirst());
        text.repeat(' ', widths[0] - line.getFirst().length());
        for (int i = 1; i < widths.length; i++) {
            text.repeat(' ', 2 + widths[i] - line.get(i).length()).append(line.get(i));
        }
        return text.toString();
    }
}
