package dev.ponder.router.admission;

import java.time.Duration;

/** Admission's configuration, by hand. */
public record AdmissionSettings(int maxValueBytes, int contextTokens, Duration leastAnswerTime, long tokensPerMinute)
        implements AdmissionConfig {

    public static final AdmissionSettings SMALL = new AdmissionSettings(2_000, 100, Duration.ofMillis(200), 1_000);
}
