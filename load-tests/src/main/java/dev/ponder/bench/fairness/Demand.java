package dev.ponder.bench.fairness;

import dev.ponder.bench.measure.Workload;
import dev.ponder.contracts.id.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Who asks for how much: by Poisson's law, answers log-normal in length; the same seed gives the same requests. */
final class Demand {

    private static final Duration MEAN_SERVICE = Duration.ofMillis(1_500);
    private static final double CV = 0.5;
    private static final int TENANTS = 4;

    private final long seed;
    private final Duration lasts;

    Demand(long seed, Duration lasts) {
        this.seed = seed;
        this.lasts = lasts;
    }

    /** The others, each at half of its share. */
    List<Asked> others() {
        return sorted(Crowd.OTHERS.stream()
                .flatMap(tenant -> of(tenant, 0.5, seed + Crowd.OTHERS.indexOf(tenant), Duration.ZERO)));
    }

    /** The same, and from a moment on one more tenant at so many times its share. */
    List<Asked> withFlood(double times, Duration from) {
        return sorted(Stream.concat(others().stream(), of(Crowd.FLOOD, times, seed + TENANTS, from)));
    }

    private static List<Asked> sorted(Stream<Asked> asked) {
        return asked.sorted(Comparator.comparing(Asked::due)).toList();
    }

    private Stream<Asked> of(TenantId tenant, double shares, long ownSeed, Duration from) {
        double load = shares / TENANTS;
        double perSecond = load * Crowd.SLOTS / (MEAN_SERVICE.toMillis() / 1e3);
        double seconds = lasts.minus(from).toMillis() / 1e3;
        int enough = (int) Math.ceil(2 * perSecond * seconds) + TENANTS;
        List<Asked> asked = new ArrayList<>();
        for (Workload.Job job : Workload.draw(ownSeed, enough, Crowd.SLOTS, load, MEAN_SERVICE, CV)
                .jobs()) {
            Duration due = from.plus(job.due());
            int tokens = Math.clamp(job.service().toMillis() / Crowd.STEP_MILLIS, 1, Crowd.MOST_TOKENS);
            asked.add(new Asked(tenant, tenant + "-" + asked.size(), due, tokens));
        }
        return asked.stream().filter(one -> one.due().compareTo(lasts) < 0);
    }
}
