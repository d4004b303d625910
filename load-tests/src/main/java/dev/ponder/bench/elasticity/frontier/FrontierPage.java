package dev.ponder.bench.elasticity.frontier;

import dev.ponder.bench.report.Row;
import dev.ponder.local.page.Page;
import dev.ponder.local.page.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A frontier as one page with plots. Pure. */
final class FrontierPage {

    private FrontierPage() {}

    /** Writes it; the remark says what was played. */
    static String of(Frontier frontier, String remark) {
        Page page = Page.titled("What answers cost, by how many are asked for");
        return page.plots(() -> words(page, frontier, remark), FrontierPlots.of(frontier))
                .chapter("All figures")
                .table(table(frontier.rows()))
                .end();
    }

    private static void words(Page page, Frontier frontier, String remark) {
        page.paragraph(remark);
        page.table(new Table(
                List.of("ours", "value"),
                frontier.metrics().entrySet().stream()
                        .map(metric -> List.of(metric.getKey(), shown(metric.getValue())))
                        .toList()));
    }

    private static Table table(List<Row> rows) {
        Set<String> figures = new LinkedHashSet<>();
        rows.forEach(row -> figures.addAll(row.figures().keySet()));
        List<String> heads =
                Stream.concat(Stream.of("contestant"), figures.stream()).toList();
        return new Table(heads, rows.stream().map(row -> cells(row, figures)).toList());
    }

    private static List<String> cells(Row row, Set<String> figures) {
        List<String> cells = new ArrayList<>(List.of(row.name()));
        figures.forEach(figure -> cells.add(shown(row.figures().get(figure))));
        return cells;
    }

    private static String shown(@Nullable Double value) {
        return value == null ? Table.NONE : String.format(Locale.ROOT, "%.4g", value);
    }
}
