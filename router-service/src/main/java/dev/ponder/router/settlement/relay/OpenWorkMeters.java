package dev.ponder.router.settlement.relay;

import dev.ponder.contracts.telemetry.Meters;
import dev.ponder.router.settlement.decision.OpenWork;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/** What is under way in the partitions that this router settles. The settlement thread writes, any thread reads. */
final class OpenWorkMeters {

    private static final double MILLIS_PER_SECOND = 1e3;

    /** What one look saw; another one takes its place. */
    private record Seen(int open, double oldestSeconds, long overdue) {}

    private volatile Seen seen = new Seen(0, 0, 0);

    OpenWorkMeters(MeterRegistry registry) {
        Gauge.builder(Meters.UNDER_WAY, this, meters -> meters.seen.open()).register(registry);
        Gauge.builder(Meters.OLDEST, this, meters -> meters.seen.oldestSeconds())
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder(Meters.OVERDUE, this, meters -> meters.seen.overdue()).register(registry);
    }

    void look(Collection<OpenWork> underWay, Instant now) {
        double oldest = underWay.stream()
                .map(work -> work.asked().arrivedAt())
                .min(Instant::compareTo)
                .map(arrived -> Duration.between(arrived, now).toMillis() / MILLIS_PER_SECOND)
                .orElse(0.0);
        long overdue =
                underWay.stream().filter(work -> work.deadline().isBefore(now)).count();
        seen = new Seen(underWay.size(), Math.max(0, oldest), overdue);
    }
}
