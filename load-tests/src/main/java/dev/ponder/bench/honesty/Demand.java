package dev.ponder.bench.honesty;

import dev.ponder.scaling.capacity.ReplicaModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What arrives: by Poisson's law, prompts and answers of evenly drawn lengths; the same seed asks the same.
 *
 * @param name begins the ids
 * @param load share of all slots' time with full batches, reading included
 */
record Demand(String name, int requests, double load) {

    static final int MOST_TOKENS = 300;

    private static final int LEAST_TOKENS = 60;
    private static final int LEAST_PROMPT = 100;
    private static final int MOST_PROMPT = 700;

    /** Draws it, in the order of arrival. */
    List<Asked> draw(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double every = 1 / perSecond();
        List<Asked> asked = new ArrayList<>(requests);
        double at = 0;
        for (int i = 0; i < requests; i++) {
            at += random.nextExponential() * every;
            asked.add(new Asked(
                    name + "-" + i,
                    Duration.ofNanos(Math.round(at * 1e9)),
                    random.nextInt(LEAST_PROMPT, MOST_PROMPT + 1),
                    random.nextInt(LEAST_TOKENS, MOST_TOKENS + 1)));
        }
        return asked;
    }

    /** How many arrive in a second. */
    double perSecond() {
        ReplicaModel gpu = SmallFleet.GPU;
        double reading = (LEAST_PROMPT + MOST_PROMPT) / 2.0 / gpu.prefillTokensPerSecond();
        double writing = (LEAST_TOKENS + MOST_TOKENS) / 2.0 * gpu.secondsPerToken(gpu.slots());
        return load * SmallFleet.SLOTS / (reading + writing);
    }
}
