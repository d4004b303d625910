package dev.ponder.autoscaler.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ponder.contracts.plan.PoolId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyRulesTest {

    private static final PoolId MAIN = new PoolId("main");
    private static final Map<String, String> OFFICE = Map.of(
            "policies.schedule.windows.office.from", "08:00",
            "policies.schedule.windows.office.to", "18:00",
            "policies.schedule.windows.office.replicas", "3");
    private static final Map<String, String> SILENT =
            Map.of("policies.token-work", "false", "policies.slo-feedback", "false");

    @Test
    void refusesAMinAboveTheMax() {
        assertRefused(
                Map.of("min", "9", "max", "5"),
                "autoscaler.pools.main.min is 9, more than max, 5: lower it or raise max");
    }

    @Test
    void refusesTimesThatAreNone() {
        assertRefused(Map.of("remembers", "0S"), "autoscaler.pools.main.remembers is no time: write one such as 30m");
        assertRefused(Map.of("hold", "-5S"), "autoscaler.pools.main.hold is negative: write a time such as 5m, or 0s");
        assertRefused(
                Map.of("cold-start", "-1M"), "autoscaler.pools.main.cold-start is negative: write a time such as 2m");
    }

    @Test
    void refusesAPoolForWhichNobodyAsks() {
        String fault =
                "autoscaler.pools.main.policies has nobody who asks for replicas: leave token-work or slo-feedback on,"
                        + " or set qps-target.*, warm-spares or schedule.windows.*";

        assertRefused(SILENT, fault);
        assertRefused(with(SILENT, Map.of("policies.deadline-batch.doubt", "0.5")), fault);
        assertRefused(
                with(
                        SILENT,
                        Map.of(
                                "policies.cost-cap.price-per-replica-hour", "2",
                                "policies.cost-cap.most-per-hour", "10")),
                fault);
    }

    @Test
    void takesAScheduleForAnAsker() {
        assertThatCode(() -> PolicyRules.check(MAIN, ConfigTest.pool(with(SILENT, OFFICE))))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAWindowOfNoLength() {
        assertRefused(
                with(OFFICE, Map.of("policies.schedule.windows.office.to", "08:00")),
                "autoscaler.pools.main.policies.schedule.windows.office.to is 08:00 as from: write another time, and two"
                        + " windows for a whole day");
    }

    @Test
    void refusesAWindowThatAsksForMoreThanTheMax() {
        assertRefused(
                with(OFFICE, Map.of("max", "2")),
                "autoscaler.pools.main.policies.schedule.windows.office.replicas is 3, more than max, 2: lower it or raise"
                        + " max");
    }

    @Test
    void refusesACapThatPaysForLessThanTheMin() {
        Map<String, String> cap =
                Map.of("policies.cost-cap.price-per-replica-hour", "4", "policies.cost-cap.most-per-hour", "10");

        assertRefused(
                with(cap, Map.of("min", "3")),
                "autoscaler.pools.main.policies.cost-cap.most-per-hour pays for 2 replicas, fewer than 3: raise it or lower"
                        + " min");
        assertRefused(
                with(cap, Map.of("policies.cost-cap.most-per-hour", "3")),
                "autoscaler.pools.main.policies.cost-cap.most-per-hour pays for 0 replicas, fewer than 1: raise it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "NaN", "Infinity"})
    void refusesAmountsThatAreNone(String none) {
        Map<String, String> target = Map.of(
                "policies.qps-target.requests-per-second", "1",
                "policies.qps-target.input-tokens", "100",
                "policies.qps-target.output-tokens", "100");
        Map<String, String> cap =
                Map.of("policies.cost-cap.price-per-replica-hour", "4", "policies.cost-cap.most-per-hour", "10");

        assertThat(with(target, cap).keySet()).allSatisfy(key -> {
            Map<String, String> keys = with(with(target, cap), Map.of(key, none));
            assertRefused(
                    keys,
                    "autoscaler.pools.main." + key + " is " + Double.valueOf(none)
                            + ": write a number above 0, up to 1e9");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "9"})
    void refusesSparesThatAreNoneOrMoreThanTheMax(String spares) {
        assertRefused(
                Map.of("policies.warm-spares", spares, "max", "8"),
                "autoscaler.pools.main.policies.warm-spares is " + spares + ": write 1 to max, 8, or leave it out");
    }

    @Test
    void refusesADoubtThatIsNoShare() {
        assertRefused(
                Map.of("policies.deadline-batch.doubt", "-0.5"),
                "autoscaler.pools.main.policies.deadline-batch.doubt is -0.5: write a share such as 0.5");
    }

    @Test
    void refusesATimeByWhichNothingIsPlanned() {
        assertRefused(
                Map.of("classes.batch.due", "6h"),
                "autoscaler.pools.main.classes.batch.due is set and no rule plans by it: set policies.deadline-batch.doubt,"
                        + " such as 0.5, or leave it out");
        assertRefused(
                Map.of("classes.standard.due", "0s", "policies.deadline-batch.doubt", "0.5"),
                "autoscaler.pools.main.classes.standard.due is no time: write one such as 6h");
    }

    @Test
    void refusesAWindowWithoutReplicas() {
        assertRefused(
                with(OFFICE, Map.of("policies.schedule.windows.office.replicas", "0")),
                "autoscaler.pools.main.policies.schedule.windows.office.replicas is 0: write 1 or more");
    }

    @Test
    void saysAllFaultsAtOnce() {
        assertRefused(
                with(OFFICE, Map.of("min", "9", "max", "2")),
                "autoscaler.pools.main.min is 9, more than max, 2: lower it or raise max; "
                        + "autoscaler.pools.main.policies.schedule.windows.office.replicas is 3, more than max, 2: lower it"
                        + " or raise max");
    }

    private static void assertRefused(Map<String, String> keys, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Laws.settings(MAIN, ConfigTest.pool(keys)))
                .withMessage(why);
    }

    private static Map<String, String> with(Map<String, String> keys, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(keys);
        all.putAll(more);
        return all;
    }
}
