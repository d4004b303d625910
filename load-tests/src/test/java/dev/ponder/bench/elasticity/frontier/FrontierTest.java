package dev.ponder.bench.elasticity.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ponder.bench.elasticity.Contestants;
import dev.ponder.bench.report.Row;
import dev.ponder.fleet.run.Bill;
import dev.ponder.scaling.pricing.Accuracy;
import dev.ponder.scaling.pricing.Money;
import dev.ponder.scaling.pricing.ReplicaPrice;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contests that nobody played, so that every figure can be reckoned by head. */
class FrontierTest {

    private static final Level LOW = Level.ramp(1);
    private static final Level MIDDLE = Level.ramp(2);
    private static final Level HIGH = Level.ramp(4);

    private static Tariff tariff(@Nullable String accuracy) {
        return new Tariff(
                new ReplicaPrice(new Money(new BigDecimal("2.50"), Currency.getInstance("USD")), 2),
                accuracy == null ? null : new Accuracy(new BigDecimal(accuracy)));
    }

    /** Of 2,000 requests 1,800 were in time; what was paid is half used. */
    private static Spent spent(double hours) {
        double seconds = hours * 3600;
        return new Spent(
                new Bill(seconds, seconds / 2, seconds / 8, seconds / 16, seconds / 4, seconds / 16), 2000, 1800, 3);
    }

    private static Contest contest(Level level, long seed, double ours, double fixed, double knowing) {
        return contest(level, seed, spent(ours), spent(fixed), spent(knowing));
    }

    private static Contest contest(Level level, long seed, Spent ours, Spent fixed, Spent knowing) {
        return new Contest(
                level,
                seed,
                Map.of(
                        Contest.OURS, ours,
                        Contest.STATIC, fixed,
                        Contest.CLAIRVOYANT, knowing,
                        Contestants.HPA, fixed,
                        Contestants.LLM_D, fixed));
    }

    private static Row first(Contest contest, Tariff tariff) {
        return new Frontier(List.of(contest), tariff).rows().getFirst();
    }

    @Test
    void pricesAnswersByWhatTheReplicasCost() {
        Row row = first(contest(LOW, 1, 9, 9, 9), tariff("0.5"));

        assertThat(row.figure("cost_per_request")).isCloseTo(45.0 / 2000, within(1e-12));
        assertThat(row.figure("cost_per_1k")).isCloseTo(22.5, within(1e-9));
        assertThat(row.figure("cost_per_1k_attained")).isCloseTo(25, within(1e-9));
        assertThat(row.figure("cost_per_correct")).isCloseTo(45.0 / 1000, within(1e-12));
        assertThat(row.figure("used_share")).isCloseTo(0.5, within(1e-12));
        assertThat(row.figure("idle_hold_down_share")).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void saysNothingOfRightAnswersWhereNobodyKnowsHowOftenTheyAre() {
        Row row = first(contest(LOW, 1, 9, 9, 9), tariff(null));

        assertThat(row.figures()).doesNotContainKey("cost_per_correct").containsKey("cost_per_1k");
    }

    @Test
    void takesTheMedianOverLevelsAndTheMeanOverSeeds() {
        Frontier frontier = new Frontier(
                List.of(
                        contest(LOW, 1, 10, 20, 10),
                        contest(MIDDLE, 1, 12, 20, 10),
                        contest(HIGH, 1, 50, 20, 10),
                        contest(LOW, 2, 10, 10, 10),
                        contest(MIDDLE, 2, 14, 10, 10),
                        contest(HIGH, 2, 50, 10, 10)),
                tariff(null));

        Map<String, Double> metrics = frontier.metrics();

        assertThat(metrics.get("cost_over_clairvoyant_median")).isCloseTo(1.3, within(1e-9));
        assertThat(metrics.get("cost_over_clairvoyant_median_low")).isLessThan(1.2);
        assertThat(metrics.get("cost_over_static_median")).isCloseTo(1.0, within(1e-9));
        assertThat(metrics.get("slo_attained")).isCloseTo(0.9, within(1e-9));
    }

    @Test
    void saysNothingOfWhereAMeanLiesOfOneSeed() {
        Frontier frontier = new Frontier(List.of(contest(HIGH, 1, 4, 1, 1), contest(LOW, 1, 1, 2, 1)), tariff(null));

        Map<String, Double> metrics = frontier.metrics();

        assertThat(metrics)
                .containsEntry("cost_over_clairvoyant_median", 2.5)
                .doesNotContainKey("cost_over_clairvoyant_median_low");
        assertThat(frontier.rows()).hasSize(10);
        assertThat(frontier.rows(Contest.OURS)).extracting(Row::name).containsExactly("ours, 1 QPS", "ours, 4 QPS");
    }

    @Test
    void leavesOutCostsWhereNoAnswerWasInTime() {
        Spent late = new Spent(new Bill(10, 10, 0, 0, 0, 0), 5, 0, 1);

        Row row = first(contest(LOW, 1, late, spent(1), spent(1)), tariff(null));

        assertThat(row.figures()).doesNotContainKeys("cost_per_1k_attained", "cost_over_static");
        assertThat(row.figure("slo_attained")).isZero();
    }

    @Test
    void refusesAContestThatSomebodyDidNotPlay() {
        assertThatThrownBy(() -> new Contest(LOW, 1, Map.of(Contest.OURS, spent(1))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
