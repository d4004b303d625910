package dev.ponder.local.cost;

import dev.ponder.local.page.Table;
import dev.ponder.local.terminal.Screen;

/** Shows a report to people at a terminal. */
final class ReportLines {

    private final Screen screen;

    ReportLines(Screen screen) {
        this.screen = screen;
    }

    void show(Report report) {
        screen.title(report.title());
        table(report.offers());
        report.compared().forEach(this::show);
        report.trace().ifPresent(served -> {
            screen.line("");
            screen.title(served.title());
            table(served.table());
        });
    }

    private void show(Compared compared) {
        screen.line("");
        screen.title(compared.comparison().title());
        table(compared.leads());
        compared.convergence().ifPresent(screen::line);
        screen.line("");
        table(LoadTable.of(compared));
    }

    private void table(Table table) {
        TextTable.of(table).forEach(screen::line);
    }
}
