package dev.ponder.autoscaler.spending;

import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.Reading;
import dev.ponder.scaling.observation.Work;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What was asked of a pool over the last minutes, fading. One thread. */
final class Load {

    /** After so long what came counts for a third. */
    private static final double FADES_SECONDS = Duration.ofMinutes(5).toSeconds();

    private double seconds;
    private double requests;
    private double outputTokens;

    /** Takes in what came since the observation before, as far as is known. */
    void add(PoolObservation seen) {
        double kept = Math.exp(-seen.sinceSeconds() / FADES_SECONDS);
        seconds = seconds * kept + seen.sinceSeconds();
        requests *= kept;
        outputTokens *= kept;
        seen.classes().forEach(one -> take(one.arrived()));
    }

    private void take(Reading<Work> arrived) {
        Work work = arrived.known().orElse(Work.NONE);
        requests += work.requests();
        outputTokens += work.outputTokens();
    }

    double requestsPerSecond() {
        return seconds == 0 ? 0 : requests / seconds;
    }

    /** Tokens of an answer in the mean; null before there was a request. */
    @Nullable
    Double tokensPerAnswer() {
        return requests == 0 || outputTokens == 0 ? null : outputTokens / requests;
    }
}
