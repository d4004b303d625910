package dev.ponder.local.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ponder.local.page.Table;
import dev.ponder.scaling.pricing.crossover.Crossover;
import dev.ponder.scaling.pricing.crossover.Lead;
import dev.ponder.scaling.pricing.crossover.Leader;
import dev.ponder.scaling.pricing.crossover.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What our two examples are there to show, out of their own figures. */
class SampleOffersTest {

    private static final BigDecimal FIFTY = BigDecimal.valueOf(50);
    private static final Path SAMPLES = Path.of("samples");

    @Test
    void bySpeedTheSlowOfferCostsAQuarterUntilReplicasMultiply() throws IOException {
        Compared slow = report("offers-by-speed.yaml").compared().getFirst();

        Crossover crossover = slow.crossover();

        assertThat(crossover.steps().getFirst().ratio()).isCloseTo(0.25, within(0.01));
        assertThat(slow.convergedFrom())
                .hasValueSatisfying(from -> assertThat(from).isBetween(BigDecimal.valueOf(45), FIFTY));
        assertThat(crossover.steps())
                .filteredOn(step -> step.to().compareTo(FIFTY) >= 0)
                .allMatch(step -> Math.abs(step.ratio() - 1) < 0.1);
    }

    @Test
    void bySpeedFastOutputLosesTheLeadWinsItAndLosesIt() throws IOException {
        Compared fast = report("offers-by-speed.yaml").compared().getLast();

        List<Lead> leads = fast.crossover().leads();

        assertThat(leads)
                .extracting(Lead::leader)
                .containsExactly(Leader.FIRST, Leader.SECOND, Leader.FIRST, Leader.SECOND);
        assertThat(fast.crossover().lasts()).isTrue();
        assertThat(fast.convergedFrom()).isEmpty();
    }

    @Test
    void byRequestsTheSmallOfferIsCheaperByAThirdUntilItsLeadIsGone() throws IOException {
        Crossover crossover =
                report("offers-by-requests.yaml").compared().getFirst().crossover();

        Step first = crossover.steps().getFirst();

        assertThat(1 - first.ratio()).isCloseTo(0.35, within(0.005));
        assertThat(first.to()).isEqualByComparingTo("5000");
        assertThat(crossover.leads()).hasSize(2);
        assertThat(crossover.leads().getFirst().leader()).isEqualTo(Leader.FIRST);
        assertThat(crossover.leads().getFirst().to()).isEqualByComparingTo("10000");
        assertThat(crossover.lasts()).isTrue();
    }

    @Test
    void theirTablesStandInTheDocuments() throws IOException {
        String documents = Files.readString(Path.of("../docs/cost.md"));

        List<String> tables = Stream.of("offers-by-speed.yaml", "offers-by-requests.yaml")
                .flatMap(name -> tables(name).map(MarkdownTable::of))
                .toList();

        assertThat(tables).allSatisfy(table -> assertThat(documents).contains(table));
    }

    private static Stream<Table> tables(String name) {
        try {
            Report report = report(name);
            return Stream.concat(
                    Stream.of(report.offers()),
                    report.compared().stream().flatMap(each -> Stream.of(each.leads(), LoadTable.of(each))));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Report report(String name) throws IOException {
        return Report.of(new OfferFile(null, null).read(SAMPLES.resolve(name)), null);
    }
}
