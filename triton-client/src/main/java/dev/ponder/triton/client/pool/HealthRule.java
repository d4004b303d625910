package dev.ponder.triton.client.pool;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * When a shard is trusted, and when it is tried again after failures: at once trusted after a success, then after the pause,
 * doubled with each failure up to the longest. Pure.
 *
 * @param pause after the first failure
 * @param longest between two probes
 */
public record HealthRule(Duration pause, Duration longest) {

    private static final int MOST_DOUBLINGS = 16;

    public HealthRule {
        requireNonNull(pause, "pause is null");
        requireNonNull(longest, "longest is null");
    }

    /** Half a second, then doubled up to ten seconds. */
    public static HealthRule standard() {
        return new HealthRule(Duration.ofMillis(500), Duration.ofSeconds(10));
    }

    ShardHealth afterSuccess() {
        return new ShardHealth.Healthy();
    }

    ShardHealth afterFailure(ShardHealth before, long nowNanos) {
        int failures =
                switch (before) {
                    case ShardHealth.Joining _, ShardHealth.Healthy _ -> 1;
                    case ShardHealth.Suspect suspect -> suspect.failures() + 1;
                };
        long doubled = pause.toNanos() << Math.min(failures - 1, MOST_DOUBLINGS);
        return new ShardHealth.Suspect(failures, nowNanos + Math.min(doubled, longest.toNanos()));
    }

    /** Whether a probe is due. */
    static boolean isProbeDue(ShardHealth health, long nowNanos) {
        return switch (health) {
            case ShardHealth.Joining _ -> true;
            case ShardHealth.Healthy _ -> false;
            case ShardHealth.Suspect suspect -> nowNanos - suspect.retryNanos() >= 0;
        };
    }
}
