package dev.ponder.router.admission;

import dev.ponder.contracts.plan.SloClass;
import java.time.Duration;
import java.util.Map;

/** Admission's configuration, by hand. */
public record AdmissionSettings(
        int maxValueBytes,
        int contextTokens,
        Map<SloClass, Integer> largestWork,
        Duration leastAnswerTime,
        Duration longestAnswerTime,
        long tokensPerMinute)
        implements AdmissionConfig {

    public static final AdmissionSettings SMALL = new AdmissionSettings(
            2_000, 100, Map.of(SloClass.STANDARD, 50), Duration.ofMillis(200), Duration.ofDays(7), 1_000);
}
