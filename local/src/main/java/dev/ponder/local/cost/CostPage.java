package dev.ponder.local.cost;

import dev.ponder.local.plot.Markup;
import dev.ponder.local.plot.SvgPlot;
import java.util.List;

/** Reports as one page that needs nothing from elsewhere: no script, no font, no picture. Pure. */
final class CostPage {

    private static final String STYLE = """
            :root { color-scheme: light dark; }
            body { font: 15px/1.5 system-ui, sans-serif; max-width: 76rem; margin: 2rem auto; padding: 0 1rem; }
            h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; } h3 { font-size: 1rem; }
            table { border-collapse: collapse; margin: 0.5rem 0; }
            th, td { padding: 0.2rem 0.8rem 0.2rem 0; text-align: left; border-bottom: 1px solid #8888;
              white-space: nowrap; }
            .n { text-align: right; }
            .wide { overflow-x: auto; }
            .plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(30rem, 100%), 1fr)); gap: 1rem; }
            """;

    private final StringBuilder html = new StringBuilder();

    private CostPage() {}

    static String of(List<Report> reports) {
        return new CostPage().page(reports);
    }

    private String page(List<Report> reports) {
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        html.append("<title>What answers cost</title>\n<style>\n");
        html.append(STYLE).append(SvgPlot.STYLE).append("</style>\n</head>\n<body>\n<h1>What answers cost</h1>\n");
        reports.forEach(this::report);
        return html.append("</body>\n</html>\n").toString();
    }

    private void report(Report report) {
        element("h2", report.title());
        table(report.offers());
        report.trace().ifPresent(served -> {
            element("h3", served.title());
            table(served.table());
        });
        report.compared().forEach(this::compared);
    }

    private void compared(Compared compared) {
        element("h3", compared.comparison().title());
        html.append("<div class=\"plots\">\n<div>\n");
        table(compared.leads());
        compared.convergence().ifPresent(words -> element("p", words));
        html.append("</div>\n");
        CostPlots.of(compared).forEach(plot -> html.append(SvgPlot.of(plot)));
        html.append("</div>\n");
        table(LoadTable.of(compared));
    }

    private void table(Table table) {
        html.append("<div class=\"wide\">\n").append(HtmlTable.of(table)).append("</div>\n");
    }

    private void element(String tag, String words) {
        html.append("<%1$s>%2$s</%1$s>\n".formatted(tag, Markup.text(words)));
    }
}
