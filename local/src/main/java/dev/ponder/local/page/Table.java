package dev.ponder.local.page;

import java.util.List;

/**
 * Cells in rows and columns, to be shown in lines, on a page or in a document.
 *
 * @param heads one a column
 * @param rows each with a cell a column
 */
public record Table(List<String> heads, List<List<String>> rows) {

    /** What stands in a cell where nobody knows. */
    public static final String NONE = "–";

    public Table {
        heads = List.copyOf(heads);
        rows = rows.stream().map(List::copyOf).toList();
        int columns = heads.size();
        if (rows.stream().anyMatch(row -> row.size() != columns)) {
            throw new IllegalArgumentException("a row has not " + columns + " cells");
        }
    }

    /** Whether all of a column's cells are numbers, which stand at the right. */
    public boolean isNumeric(int column) {
        return rows.stream().map(row -> row.get(column)).allMatch(Table::isNumber);
    }

    private static boolean isNumber(String cell) {
        return !cell.isEmpty() && (Character.isDigit(cell.charAt(0)) || cell.equals(NONE));
    }
}
