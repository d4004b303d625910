package dev.ponder.local.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ponder.local.yaml.WrongYamlException;
import dev.ponder.local.yaml.YamlFile;
import dev.ponder.scaling.pricing.Demand;
import dev.ponder.scaling.pricing.OutputSpeed;
import dev.ponder.scaling.pricing.Traffic;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferFileTest {

    static final String TWO = """
            workload: {output-tokens: 700, peak-over-mean: 2.5}
            compare:
              - {by: qps, speed: fast, up-to: 20}
            offers:
              - name: One
                replica-hour: 2.5
                tokens-a-second: {slow: 1400, fast: 336}
              - name: Other
                gpu-hour: 3
                gpus: 4
                fixed-month: 100
                operations-a-replica-month: 50
                tokens-a-second: {slow: 5600, fast: 2020}
                accuracy: 0.8
            """;

    private static final OfferFile PLAIN = new OfferFile(null, null);

    @Test
    void readsTwoOffersAndWhatToCompare() throws WrongYamlException {
        Plan plan = read(PLAIN, TWO);

        assertThat(plan.first().name()).isEqualTo("One");
        assertThat(plan.first().accuracy()).isNull();
        assertThat(plan.second().month(2).amount()).isEqualByComparingTo("17720");
        assertThat(plan.demand()).isEqualTo(new Demand(new BigDecimal("700"), new BigDecimal("2.5")));
        assertThat(plan.currency().getCurrencyCode()).isEqualTo("USD");
        assertThat(plan.comparisons())
                .containsExactly(new Comparison(Traffic.REQUESTS_A_SECOND, OutputSpeed.FAST, BigDecimal.valueOf(20)));
    }

    @Test
    void comparesByEverythingWhereNobodySays() throws WrongYamlException {
        Plan plan = read(PLAIN, TWO.replaceAll("(?m)^compare:\n.*\n", ""));

        assertThat(plan.comparisons()).isEqualTo(Comparison.ALL);
    }

    @Test
    void takesCurrencyAndWorkloadFromElsewhereIfGiven() throws WrongYamlException {
        Demand measured = new Demand(BigDecimal.TEN, BigDecimal.TWO);
        Currency euro = Currency.getInstance("EUR");

        Plan plan = read(new OfferFile(euro, measured), TWO.replaceAll("(?m)^workload.*\n", ""));

        assertThat(plan.currency()).isEqualTo(euro);
        assertThat(plan.demand()).isEqualTo(measured);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    replica-hour: 2.5  | replica_hour: 2.5  | line 6: offers[0].replica_hour is no key; the nearest is replica-hour
                    replica-hour: 2.5  | price: 2.5         | line 6: offers[0].price is no key; the nearest is
                    replica-hour: 2.5  | replica-hour: two  | line 6: offers[0].replica-hour is "two"; write a number from 0 to
                    replica-hour: 2.5  | replica-hour: -1   | line 6: offers[0].replica-hour is "-1"; write a number from 0 to
                    replica-hour: 2.5  | replica-hour: 0    | line 5: offers[0]: it costs nothing; write replica-hour
                    replica-hour: 2.5  | fixed-month: 1     | line 5: offers[0].replica-hour is missing; write a number
                    gpu-hour: 3        | replica-hour: 3    | line 8: offers[1]: replica-hour stands beside gpu-hour or gpus
                    gpus: 4            | gpus: 1.5          | line 10: offers[1].gpus is "1.5"; write a whole number
                    gpus: 4            | gpus: 0            | line 10: offers[1].gpus is "0"; write a number from 1 to 1,024
                    fast: 336          | fast: 1401         | line 7: offers[0].tokens-a-second.fast is "1401"; write at most slow
                    fast: 336          | quick: 336         | line 7: offers[0].tokens-a-second.quick is no key; the nearest is
                    accuracy: 0.8      | accuracy: 80       | line 14: offers[1].accuracy is "80"; write a number from 0.001 to 1
                    name: One          | name: ' '          | line 5: offers[0].name is " "; write a text
                    by: qps            | by: rps            | line 3: compare[0].by is "rps"; write one of qps, requests-a-day
                    up-to: 20          | up-to: 0           | line 3: compare[0].up-to is "0"; write a number from 0.001 to
                    speed: fast        | velocity: fast     | line 3: compare[0].velocity is no key; the nearest is
                    workload:          | currency: gold; workload: | line 1: currency is "gold"; write a code of ISO 4217
                    workload:          | workloads:         | line 1: workloads is no key; the nearest is workload
                    output-tokens: 700 | output-tokens: 0   | line 1: workload.output-tokens is "0"; write a number from 1 to
                    peak-over-mean: 2.5 | peak-over-mean: 0.5 | line 1: workload.peak-over-mean is "0.5"; write a number from 1
                    """)
    void namesLineKeyAndFix(String right, String wrong, String said) {
        String text = TWO.replaceFirst(right, wrong).replace("; ", "\n");

        assertThatThrownBy(() -> read(PLAIN, text))
                .isInstanceOf(WrongYamlException.class)
                .hasMessageStartingWith("f.yaml, " + said);
    }

    @Test
    void wantsTwoOffersAndAWorkload() {
        String one = TWO.substring(0, TWO.indexOf("  - name: Other"));
        String without = TWO.replaceAll("(?m)^workload.*\n", "");

        assertThatThrownBy(() -> read(PLAIN, one)).hasMessageEndingWith("write two offers, here are 1");
        assertThatThrownBy(() -> read(PLAIN, without))
                .hasMessageEndingWith("workload is missing; write output-tokens below it, or give a trace");
    }

    static Report report(String text) throws WrongYamlException {
        return Report.of(read(PLAIN, text), null);
    }

    static List<Report> reportOfHostileNames() throws WrongYamlException {
        return List.of(report(TWO.replace("One", "'</td><script>alert(\"1\")</script>&\u202e]]>'")
                .replace("Other", "\"' onload='x\\u0007\"")));
    }

    private static Plan read(OfferFile reader, String text) throws WrongYamlException {
        return reader.plan("f.yaml", YamlFile.read("f.yaml", text));
    }
}
