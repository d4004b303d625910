package dev.ponder.scaling.decision;

import dev.ponder.scaling.forecast.Recent;
import dev.ponder.scaling.observation.ClassLoad;
import dev.ponder.scaling.observation.PoolObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Sees whether first tokens come too late again and again, and not only in a peak that is over before another replica is warm. One thread.
 */
final class LateWatch {

    /** The share of looks within a cold start from which on it is no peak. */
    private static final double AGAIN_AND_AGAIN = 0.3;

    private record Look(Instant at, boolean late) {}

    private final Recent<Look> looks = new Recent<>(Look::at);

    /** The class whose first tokens are late while its work waits, if some were at many looks within the last while. */
    Optional<String> look(PoolObservation seen, Duration within) {
        Optional<ClassLoad> late =
                seen.classes().stream().filter(LateWatch::isLate).findFirst();
        looks.note(new Look(seen.at(), late.isPresent()), within);
        long often = looks.stream().filter(Look::late).count();
        return often < AGAIN_AND_AGAIN * looks.all().size()
                ? Optional.empty()
                : late.map(one -> one.objective().name());
    }

    private static boolean isLate(ClassLoad one) {
        boolean waits = one.layers().waiting().requests() > 0;
        return waits
                && one.firstTokenP90().known().orElse(0.0) > one.objective().firstTokenSeconds();
    }
}
