package dev.ponder.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.local.plot.Axis;
import dev.ponder.local.plot.Plot;
import dev.ponder.local.plot.Point;
import dev.ponder.local.plot.Scale;
import dev.ponder.local.plot.Series;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final Plot PLOT = new Plot(
            "a plot",
            new Axis("x", new Scale.Linear(0, 1)),
            new Axis("y", new Scale.Linear(0, 1)),
            List.of(new Series("a line", List.of(new Point(0, 0), new Point(1, 1)))));

    @Test
    void holdsWhatItWasGivenInOrderAndAsTextAlone() {
        Page page = Page.titled("T<1>");

        String html = page.chapter("C&2")
                .section("S3")
                .plots(() -> page.paragraph("P<4>"), List.of(PLOT))
                .table(new Table(List.of("head"), List.of(List.of("<cell>"), List.of(Table.NONE))))
                .end();

        assertThat(html)
                .containsSubsequence(
                        "<title>T&lt;1&gt;</title>",
                        "<h1>T&lt;1&gt;</h1>",
                        "<h2>C&amp;2</h2>",
                        "<h3>S3</h3>",
                        "<p>P&lt;4&gt;</p>",
                        "<svg",
                        "&lt;cell&gt;",
                        "</html>")
                .doesNotContain("<cell>", "<script");
    }
}
