package dev.ponder.local.plot;

import java.util.List;
import java.util.Locale;

/**
 * Draws a plot as one SVG element for a page. Colours come from {@link #STYLE}, which the page holds once; lines differ by dashes
 * too, for whoever sees no colours. Pure.
 */
public final class SvgPlot {

    /** Rules for the classes that plots use; they take light or dark as the reader's system says. */
    public static final String STYLE = """
            .plot { --ink: #1f2328; --faint: #d0d7de; --l0: #0b62d6; --l1: #c2410c; --l2: #15803d; --l3: #7e22ce; }
            @media (prefers-color-scheme: dark) {
              .plot { --ink: #e6edf3; --faint: #3d444d; --l0: #6cb2ff; --l1: #ff9d5c; --l2: #5fd38d; --l3: #cf9bff; }
            }
            .plot { width: 100%; height: auto; }
            .plot text { fill: var(--ink); font: 12px system-ui, sans-serif; }
            .plot .head { font-size: 14px; font-weight: 600; }
            .plot .grid { stroke: var(--faint); stroke-width: 1; }
            .plot .line { fill: none; stroke-width: 2; stroke-linejoin: round; }
            .plot .l0 { stroke: var(--l0); } .plot .l1 { stroke: var(--l1); stroke-dasharray: 7 4; }
            .plot .l2 { stroke: var(--l2); stroke-dasharray: 2 3; } .plot .l3 { stroke: var(--l3); stroke-dasharray: 9 3 2 3; }
            """;

    private static final int WIDTH = 640;
    private static final int HEIGHT = 380;
    private static final int LEFT = 64;
    private static final int RIGHT = 16;
    private static final int TOP = 34;
    private static final int BOTTOM = 80;
    private static final int LEGEND_WIDTH = 270;

    private final Plot plot;
    private final StringBuilder svg = new StringBuilder();

    private SvgPlot(Plot plot) {
        this.plot = plot;
    }

    /** Draws it. */
    public static String of(Plot plot) {
        return new SvgPlot(plot).draw();
    }

    private String draw() {
        line("<svg class=\"plot\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">", WIDTH, HEIGHT, plot.title());
        text("head", LEFT, 18, "start", plot.title());
        plot.x().scale().ticks().forEach(this::tickBelow);
        plot.y().scale().ticks().forEach(this::tickBeside);
        text(
                "label",
                (LEFT + WIDTH - RIGHT) / 2.0,
                HEIGHT - BOTTOM + 36.0,
                "middle",
                plot.x().label());
        text("label", LEFT - 6.0, TOP - 4.0, "end", plot.y().label());
        for (int i = 0; i < plot.series().size(); i++) {
            series(i, plot.series().get(i));
        }
        line("</svg>");
        return svg.toString();
    }

    private void tickBelow(double value) {
        double x = x(value);
        grid(x, TOP, x, HEIGHT - BOTTOM);
        text("tick", x, HEIGHT - BOTTOM + 18.0, "middle", TickText.of(value));
    }

    private void tickBeside(double value) {
        double y = y(value);
        grid(LEFT, y, WIDTH - RIGHT, y);
        text("tick", LEFT - 6.0, y + 4, "end", TickText.of(value));
    }

    private void grid(double x1, double y1, double x2, double y2) {
        line("<line class=\"grid\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>", x1, y1, x2, y2);
    }

    private void series(int index, Series series) {
        StringBuilder path = new StringBuilder();
        List<Point> points = series.points();
        for (Point point : points) {
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(String.format(Locale.ROOT, "%.1f %.1f", x(point.x()), y(point.y())));
        }
        line("<path class=\"line l%d\" d=\"%s\"/>", index, path.toString());
        legend(index, series.name());
    }

    private void legend(int index, String name) {
        int row = index / 2;
        double x = LEFT + index % 2 * (double) LEGEND_WIDTH;
        double y = HEIGHT - BOTTOM + 54.0 + row * 18.0;
        line("<path class=\"line l%d\" d=\"M%.1f %.1fh28\"/>", index, x, y);
        text("key", x + 34, y + 4, "start", name);
    }

    private void text(String kind, double x, double y, String anchor, String words) {
        line("<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", kind, x, y, anchor, words);
    }

    /** Every text that goes in is escaped here, in the one place. */
    private void line(String form, Object... parts) {
        Object[] safe = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            safe[i] = parts[i] instanceof String text ? Markup.text(text) : parts[i];
        }
        svg.append(String.format(Locale.ROOT, form, safe)).append('\n');
    }

    private double x(double value) {
        return LEFT + plot.x().scale().share(value) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - plot.y().scale().share(value) * (HEIGHT - BOTTOM - TOP);
    }
}
