package dev.ponder.simulation.actor;

import dev.ponder.contracts.plan.SloClass;
import dev.ponder.router.admission.AdmissionConfig;
import dev.ponder.router.planning.PlanningConfig;
import java.time.Duration;
import java.util.Map;

/** What is let in, as it ships. */
record Settings(
        int maxValueBytes,
        int contextTokens,
        Map<SloClass, Integer> largestWork,
        Duration leastAnswerTime,
        Duration longestAnswerTime,
        long tokensPerMinute)
        implements AdmissionConfig {

    static final Settings SHIPPED =
            new Settings(1_048_576, 32_768, Map.of(), Duration.ofMillis(200), Duration.ofDays(7), 20_000_000);

    /** Where work goes, as it ships. */
    record OnePool(String pool, Map<String, String> pools) implements PlanningConfig {

        static final OnePool MAIN = new OnePool("main", Map.of());
    }
}
