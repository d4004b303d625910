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
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PlannerTest {

    private record Settings(String pool, Map<String, String> pools) implements PlanningConfig {}

    private final Planner planner = new Planner(
            new Settings("main", Map.of("code", "coder")),
            new WavesRule(3, 8, 0.6, 32_768, Map.of(SloClass.BATCH, 1_000)));

    @ParameterizedTest
    @EnumSource
    void takesTheClassThatWasAskedForAndWhatWasPromised(SloClass slo) {
        Plan plan = planner.plan(asking("1+1", options(true, slo)), sure("math"), 300);
        assertThat(plan).isEqualTo(Plan.oneChain(new PoolId("main"), slo, 300));
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

    @Test
    void thinksInWavesWhereAnswersCanBeCompared() {
        Plan plan = planner.plan(asking("1+1"), sure("math", "number"), 300);
        assertThat(plan).isEqualTo(new Plan(ComputePath.WAVES, new PoolId("main"), SloClass.INTERACTIVE, 900, 3, 8));
    }

    @Test
    void holdsNoMoreInAFirstWaveThanItsClassAdmits() {
        Plan plan = planner.plan(asking("1+1", options(true, SloClass.BATCH)), sure("math", "number"), 400);
        assertThat(plan.firstWave()).isEqualTo(2);
    }

    @Property
    void promisesNoMoreThanTheLargestWorkUnlessOneChainDoes(@ForAll @IntRange(min = 1, max = 200_000) int tokens) {
        Plan plan = planner.plan(asking("1+1"), sure("math", "number"), tokens);
        assertThat(plan.promisedTokens())
                .isEqualTo(plan.firstWave() * tokens)
                .isLessThanOrEqualTo(Math.max(32_768, tokens));
    }

    @Test
    void thinksOneChainWhereItMustAndWhereItSuffices() {
        Classification easy = new Classification("math", 0.9, 0.7, "number", false, "rules-1");
        assertThat(planner.plan(asking("1+1"), easy, 300).mostChains()).isEqualTo(1);
        assertThat(planner.plan(asking("1+1", options(false, SloClass.BATCH)), sure("math", "number"), 300)
                        .mostChains())
                .isEqualTo(1);
        assertThat(planner.plan(asking("?"), sure("math"), 300).mostChains()).isEqualTo(1);
    }

    private static Classification sure(String domain) {
        return sure(domain, "text");
    }

    private static Classification sure(String domain, String answerType) {
        return new Classification(domain, 0.9, 0.5, answerType, false, "rules-1");
    }
}
