package dev.ponder.router.planning;

import static dev.ponder.router.Requests.asking;
import static dev.ponder.router.Requests.options;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.plan.Classification;
import dev.ponder.contracts.plan.ComputePath;
import dev.ponder.contracts.plan.Plan;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.plan.SloClass;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PlannerTest {

    private record Settings(String pool, Map<String, String> pools) implements PlanningConfig {}

    private final Planner planner = new Planner(new Settings("main", Map.of("code", "coder")));

    @ParameterizedTest
    @EnumSource
    void takesTheClassThatWasAskedForAndWhatWasPromised(SloClass slo) {
        Plan plan = planner.plan(asking("1+1", options(true, slo)), sure("math"), 300);
        assertThat(plan).isEqualTo(new Plan(ComputePath.ONE_CHAIN, new PoolId("main"), slo, 300));
    }

    @Test
    void sendsADomainToItsPool() {
        Plan plan = planner.plan(asking("sort an array"), sure("code"), 300);
        assertThat(plan.pool()).isEqualTo(new PoolId("coder"));
    }

    @Test
    void heedsNoClassifierThatAbstained() {
        Classification unsure = new Classification("code", 0.4, 0.5, "code", true, "rules-1");
        assertThat(planner.plan(asking("?"), unsure, 300).pool()).isEqualTo(new PoolId("main"));
    }

    @Test
    void heedsNoClassifierWhereTheRequestForbidsIt() {
        Plan plan = planner.plan(asking("sort", options(false, SloClass.INTERACTIVE)), sure("code"), 300);
        assertThat(plan.pool()).isEqualTo(new PoolId("main"));
    }

    private static Classification sure(String domain) {
        return new Classification(domain, 0.9, 0.5, "text", false, "rules-1");
    }
}
