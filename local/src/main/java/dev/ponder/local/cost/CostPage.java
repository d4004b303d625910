package dev.ponder.local.cost;

import dev.ponder.local.page.Page;
import java.util.List;

/** Reports as one page. Pure. */
final class CostPage {

    private final Page page = Page.titled("What answers cost");

    private CostPage() {}

    static String of(List<Report> reports) {
        CostPage cost = new CostPage();
        reports.forEach(cost::report);
        return cost.page.end();
    }

    private void report(Report report) {
        page.chapter(report.title()).table(report.offers());
        report.trace().ifPresent(served -> page.section(served.title()).table(served.table()));
        report.compared().forEach(this::compared);
    }

    private void compared(Compared compared) {
        page.section(compared.comparison().title())
                .plots(() -> leads(compared), CostPlots.of(compared))
                .table(LoadTable.of(compared));
    }

    private void leads(Compared compared) {
        page.table(compared.leads());
        compared.convergence().ifPresent(page::paragraph);
    }
}
