package dev.ponder.triton.client.pool;

import static java.util.Objects.requireNonNull;

import dev.ponder.triton.client.generation.GenerationEnd;
import dev.ponder.triton.client.pool.ShardHealth.Healthy;
import dev.ponder.triton.client.pool.ShardHealth.Joining;
import dev.ponder.triton.client.pool.ShardHealth.Leaving;
import dev.ponder.triton.client.pool.ShardHealth.Suspect;
import java.time.Duration;

/**
 * When a shard is trusted, and when it is tried again: trusted once it generates; after a failure tried after the pause, which is
 * doubled with each failure up to the longest. Pure.
 *
 * @param pause after the first failure
 * @param longest between two probes of a shard that fails or leaves
 * @param idle how long a shard is trusted without having generated anything
 */
public record HealthRule(Duration pause, Duration longest, Duration idle) {

    private static final int MOST_DOUBLINGS = 16;

    public HealthRule {
        requireNonNull(idle, "idle is null");
        if (!pause.isPositive() || longest.compareTo(pause) < 0) {
            throw new IllegalArgumentException("pause " + pause + " is not positive or above longest " + longest);
        }
    }

    /** Half a second, then doubled up to ten seconds; half a minute of trust without work. */
    public static HealthRule standard() {
        return new HealthRule(Duration.ofMillis(500), Duration.ofSeconds(10), Duration.ofSeconds(30));
    }

    /** What a generation's end says. One that began before a shard began to leave says nothing of its return. */
    ShardHealth afterGeneration(ShardHealth before, GenerationEnd end, long nowNanos) {
        return switch (Verdict.of(end)) {
            case WORKS -> before instanceof Leaving ? before : new Healthy(nowNanos);
            case FAILS -> before instanceof Leaving ? before : afterFailure(before, nowNanos);
            case LEAVES -> new Leaving(nowNanos + longest.toNanos());
            case NOTHING -> before;
        };
    }

    /** What a probe's end says: one that worked brings back a shard that left. */
    ShardHealth afterProbe(ShardHealth before, GenerationEnd end, long nowNanos) {
        return switch (Verdict.of(end)) {
            case WORKS -> new Healthy(nowNanos);
            case LEAVES -> new Leaving(nowNanos + longest.toNanos());
            case FAILS, NOTHING -> afterFailure(before, nowNanos);
        };
    }

    /** Streams that break together are one failure: what fails within a pause does not lengthen it. */
    private ShardHealth afterFailure(ShardHealth before, long nowNanos) {
        return switch (before) {
            case Joining _, Healthy _ -> new Suspect(1, nowNanos + pauseNanos(1));
            case Leaving _ -> new Leaving(nowNanos + longest.toNanos());
            case Suspect suspect when nowNanos - suspect.untilNanos() < 0 -> suspect;
            case Suspect suspect -> new Suspect(suspect.failures() + 1, nowNanos + pauseNanos(suspect.failures() + 1));
        };
    }

    private long pauseNanos(int failures) {
        long doubled = pause.toNanos() << Math.min(failures - 1, MOST_DOUBLINGS);
        return Math.min(doubled, longest.toNanos());
    }

    /** Whether a probe is due. */
    boolean isProbeDue(ShardHealth health, long nowNanos) {
        return switch (health) {
            case Joining _ -> true;
            case Healthy(long provenNanos) -> nowNanos - provenNanos >= idle.toNanos();
            case Suspect suspect -> nowNanos - suspect.untilNanos() >= 0;
            case Leaving(long untilNanos) -> nowNanos - untilNanos >= 0;
        };
    }
}
