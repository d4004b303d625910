package dev.ponder.local.explain;

import dev.ponder.scaling.decision.LawSettings;
import dev.ponder.scaling.decision.ScalingPolicy;
import dev.ponder.scaling.observation.Reading;
import dev.ponder.scaling.observation.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times, amounts and laws as people read them. Pure. */
final class Words {

    private Words() {}

    static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** {@code 1 decision}, {@code 1,440 decisions}. */
    static String count(long count, String one) {
        return String.format(Locale.ROOT, "%,d %s%s", count, one, count == 1 ? "" : "s");
    }

    static String law(LawSettings law) {
        return "%d to %d replicas; %s; hold %s, a cold start taken for %s"
                .formatted(
                        law.bounds().min(),
                        law.bounds().max(),
                        String.join(
                                ", ",
                                law.policies().stream().map(ScalingPolicy::name).toList()),
                        span(law.hold()),
                        span(law.assumedColdStart()));
    }

    /** {@code 5m}, as in the settings. */
    static String span(Duration span) {
        return span.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    }

    /** How many requests, or that nobody said. */
    static String requests(Reading<Work> work) {
        return work.known().map(known -> amount(known.requests())).orElse("?");
    }

    /** {@code 12}, {@code 2.5}. */
    static String amount(double amount) {
        return String.format(Locale.ROOT, Math.rint(amount) == amount ? "%,.0f" : "%,.1f", amount);
    }
}
