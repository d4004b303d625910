package dev.ponder.local.page;

import dev.ponder.local.plot.Markup;
import dev.ponder.local.plot.Plot;
import dev.ponder.local.plot.SvgPlot;
import java.util.List;

/**
 * A page that needs nothing from elsewhere: no script, no font, no picture. It is written from top to bottom; every text is escaped. One
 * thread.
 */
public final class Page {

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

    private Page() {}

    /** Begins a page. */
    public static Page titled(String title) {
        return new Page().begin(Markup.text(title));
    }

    private Page begin(String title) {
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        html.append("<title>").append(title).append("</title>\n<style>\n");
        html.append(STYLE).append(SvgPlot.STYLE).append("</style>\n</head>\n<body>\n");
        html.append("<h1>").append(title).append("</h1>\n");
        return this;
    }

    /** Begins a chapter. */
    public Page chapter(String words) {
        return element("h2", words);
    }

    /** Begins a section of a chapter. */
    public Page section(String words) {
        return element("h3", words);
    }

    /** Adds a paragraph. */
    public Page paragraph(String words) {
        return element("p", words);
    }

    private Page element(String tag, String words) {
        html.append("<%1$s>%2$s</%1$s>\n".formatted(tag, Markup.text(words)));
        return this;
    }

    /** Adds a table. */
    public Page table(Table table) {
        html.append("<div class=\"wide\">\n").append(HtmlTable.of(table)).append("</div>\n");
        return this;
    }

    /**
     * Adds plots, as many side by side as there is room for.
     *
     * @param before writes what stands beside the first of them
     */
    public Page plots(Runnable before, List<Plot> plots) {
        html.append("<div class=\"plots\">\n<div>\n");
        before.run();
        html.append("</div>\n");
        plots.forEach(plot -> html.append(SvgPlot.of(plot)));
        html.append("</div>\n");
        return this;
    }

    /** Ends the page, and gives it. */
    public String end() {
        return html.append("</body>\n</html>\n").toString();
    }
}
