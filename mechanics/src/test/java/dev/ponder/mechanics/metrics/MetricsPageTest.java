package dev.ponder.mechanics.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class MetricsPageTest {

    @Example
    void sumsAllSamplesThatCarryTheLabel() {
        MetricsPage page = MetricsPage.parse("""
                # HELP jobs of a kind
                jobs{kind="short",pool="a"} 2.0
                jobs{kind="short",pool="b"} 3.0 1700000000
                jobs{kind="long"} 5e1
                """);

        assertThat(page.sum("jobs", "kind", "short")).hasValue(5);
        assertThat(page.sum("jobs")).hasValue(55);
        assertThat(page.sum("jobs", "kind", "none")).isEmpty();
        assertThat(page.sum("other")).isEmpty();
    }

    @Example
    void givesAPageForEachValueOfALabel() {
        MetricsPage page = MetricsPage.parse("""
                jobs{kind="short",pool="a"} 2
                jobs{kind="long"} 5
                jobs{pool="b"} 7
                took_seconds_bucket{kind="short",le="1.0"} 3
                """);

        Map<String, MetricsPage> pages = page.by("kind");

        assertThat(pages).containsOnlyKeys("short", "long");
        assertThat(pages)
                .hasEntrySatisfying("long", one -> assertThat(one.sum("jobs")).hasValue(5));
        assertThat(pages).hasEntrySatisfying("short", one -> {
            assertThat(one.sum("jobs")).hasValue(2);
            assertThat(one.buckets("took_seconds")).containsExactly(Map.entry(1.0, 3.0));
        });
    }

    @Example
    void doesNotKnowWhatIsNoNumber() {
        MetricsPage page = MetricsPage.parse("a NaN\nb +Inf\nc -Inf\nd -3\ne ten\nf 1\n");

        assertThat(page.sum("a")).isEmpty();
        assertThat(page.sum("b")).isEmpty();
        assertThat(page.sum("c")).isEmpty();
        assertThat(page.sum("d")).isEmpty();
        assertThat(page.sum("e")).isEmpty();
        assertThat(page.sum("f")).hasValue(1);
    }

    @Example
    void readsLabelsAsTheyWereMeant() {
        MetricsPage page = MetricsPage.parse("odd{path=\"a\\\"b\\\\n\"} 4\n");

        assertThat(page.sum("odd", "path", "a\"b\\n")).hasValue(4);
    }

    @Example
    void findsTheMostOfAKind() {
        MetricsPage page = MetricsPage.parse("""
                tokens_max{type="output",pod="a"} 20
                tokens_max{type="output",pod="b"} 30
                tokens_max{type="input"} 900
                """);

        assertThat(page.most("tokens_max", "type", "output")).hasValue(30);
        assertThat(page.most("tokens_max", "type", "other")).isEmpty();
    }

    @Property
    void readsWhateverComesWithoutFailing(@ForAll String text) {
        MetricsPage page = MetricsPage.parse(text);

        assertThat(page.buckets("jobs").values())
                .allSatisfy(count -> assertThat(count).isFinite());
    }
}
