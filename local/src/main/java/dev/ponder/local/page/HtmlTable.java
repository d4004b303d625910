package dev.ponder.local.page;

import dev.ponder.local.plot.Markup;
import java.util.List;

/** A table as a page has it. Pure. */
final class HtmlTable {

    private HtmlTable() {}

    static String of(Table table) {
        StringBuilder html = new StringBuilder("<table>\n");
        html.append(row(table, "th", table.heads()));
        table.rows().forEach(row -> html.append(row(table, "td", row)));
        return html.append("</table>\n").toString();
    }

    private static String row(Table table, String tag, List<String> cells) {
        StringBuilder row = new StringBuilder("<tr>");
        for (int column = 0; column < cells.size(); column++) {
            row.append('<').append(tag).append(table.isNumeric(column) ? " class=\"n\">" : ">");
            row.append(Markup.text(cells.get(column))).append("</").append(tag).append('>');
        }
        return row.append("</tr>\n").toString();
    }
}
