package dev.ponder.local.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Reader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class SvgPlotTest {

    @Test
    void drawsALineThroughItsPointsAndNamesIt() throws Exception {
        Series series = new Series("up", List.of(new Point(0, 0), new Point(10, 1)));
        Plot plot = new Plot("A title", axis("loads"), new Axis("EUR", new Scale.Linear(0, 1)), List.of(series));

        String svg = SvgPlot.of(plot);

        assertThat(svg).contains("<path class=\"line l0\" d=\"M64.0 300.0L624.0 34.0\"/>");
        assertThat(parse(svg).getDocumentElement().getTextContent()).contains("A title", "up", "loads", "EUR");
    }

    @Property(tries = 200)
    void isWellFormedWhateverItsTextsSay(@ForAll String title, @ForAll String name, @ForAll String label)
            throws Exception {
        Series series = new Series(name, List.of(new Point(1, 1)));
        Plot plot = new Plot(title, axis(label), axis(name), List.of(series, series));

        Document svg = parse(SvgPlot.of(plot));

        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
    }

    @Property
    void marksLieWithinTheirScaleAndAreFew(
            @ForAll @DoubleRange(min = 0.01, max = 1e9) double from,
            @ForAll @DoubleRange(min = 1.5, max = 1e6) double times) {
        for (Scale scale : List.of(new Scale.Linear(from, from * times), new Scale.Log(from, from * times))) {
            List<Double> ticks = scale.ticks();

            assertThat(ticks).isSorted().hasSizeLessThanOrEqualTo(9);
            assertThat(ticks).allMatch(tick -> tick >= from * (1 - 1e-8) && tick <= from * times * (1 + 1e-8));
        }
    }

    @Property
    void sharesGrowWithValues(
            @ForAll @DoubleRange(min = 0, max = 200) double one,
            @ForAll @DoubleRange(min = 0, max = 200) double other) {
        for (Scale scale : List.of(new Scale.Linear(1, 100), new Scale.Log(1, 100))) {
            double low = scale.share(Math.min(one, other));
            double high = scale.share(Math.max(one, other));

            assertThat(low).isBetween(0.0, high);
            assertThat(high).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void shortensWhatStandsAtAMark() {
        assertThat(TickText.of(0)).isEqualTo("0");
        assertThat(TickText.of(0.30000000000000004)).isEqualTo("0.3");
        assertThat(TickText.of(5000)).isEqualTo("5k");
        assertThat(TickText.of(2e6)).isEqualTo("2M");
    }

    @Test
    void refusesWhatCannotBeDrawn() {
        assertThatThrownBy(() -> new Scale.Log(0, 1)).hasMessageContaining("no scale");
        assertThatThrownBy(() -> new Scale.Linear(1, 1)).hasMessageContaining("no scale");
        assertThatThrownBy(() -> new Point(Double.NaN, 1)).hasMessageContaining("no point");
        assertThatThrownBy(() -> new Series("a", List.of())).hasMessageContaining("none");
        assertThatThrownBy(() -> new Plot("a", axis("x"), axis("y"), List.of())).hasMessageContaining("none");
    }

    private static Axis axis(String label) {
        return new Axis(label, new Scale.Linear(0, 10));
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(Reader.of(xml)));
    }
}
