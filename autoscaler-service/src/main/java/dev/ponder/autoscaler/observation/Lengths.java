package dev.ponder.autoscaler.observation;

import dev.ponder.autoscaler.pool.ServedClass;
import dev.ponder.scaling.observation.Reading;
import dev.ponder.scaling.observation.Work;
import java.util.Map;

/**
 * How long a request is: what was said of its class, or else the mean over all generations that the reasoners there now have ended, or else
 * a guess. What was learned last stays while no reasoner is there. One thread.
 */
final class Lengths {

    private static final double ENOUGH = 20;
    /** A look; at one each five seconds the longest counts half after an hour. */
    private static final double FADES = 0.999;

    private static final double GUESSED_INPUT = 512;
    private static final double GUESSED_OUTPUT = 512;

    private double input = GUESSED_INPUT;
    private double output = GUESSED_OUTPUT;
    private double longest;

    void learn(Reading<Map<String, Reading<ReasonerFigures>>> reasoners) {
        longest *= FADES;
        double generations = 0;
        double in = 0;
        double out = 0;
        for (Reading<ReasonerFigures> page : reasoners.known().orElse(Map.of()).values()) {
            ReasonerFigures figures = page.known().orElse(null);
            if (figures != null && figures.generations().isPresent()) {
                generations += figures.generations().orElseThrow();
                in += figures.inputTokens().orElse(0);
                out += figures.outputTokens().orElse(0);
                longest = Math.max(longest, figures.longestOutput().orElse(0));
            }
        }
        if (generations >= ENOUGH) {
            input = in / generations;
            output = out / generations;
        }
    }

    /** Output tokens of the longest request lately, of whichever class; the mean of its own at the least. */
    double longest(ServedClass served) {
        return Math.max(longest, each(served).outputTokens());
    }

    /** One request of a class. */
    Work each(ServedClass served) {
        return new Work(
                1, served.inputTokens().orElse(input), served.outputTokens().orElse(output));
    }
}
