package dev.ponder.autoscaler.observation;

import dev.ponder.autoscaler.pool.ServedClass;
import dev.ponder.scaling.observation.Reading;
import dev.ponder.scaling.observation.Work;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * How long a request is: what was said of its class, or else the mean over the class's generations that the reasoners there now have ended,
 * or that over all classes, or a guess. What was learned last stays while no reasoner is there. One thread.
 */
final class Lengths {

    private static final double ENOUGH = 20;
    /** A look; at one each five seconds the longest counts half after an hour. */
    private static final double FADES = 0.999;

    private static final Work GUESSED = new Work(1, 512, 512);

    private final Map<String, Work> learned = new HashMap<>();
    private Work mean = GUESSED;
    private double longest;

    void learn(Reading<Map<String, Reading<ReasonerFigures>>> reasoners) {
        List<ReasonerFigures> pages = reasoners.known().orElse(Map.of()).values().stream()
                .flatMap(page -> page.known().stream())
                .toList();
        longest = pages.stream()
                .mapToDouble(page -> page.longestOutput().orElse(0))
                .reduce(longest * FADES, Math::max);
        mean = mean(pages, ReasonerFigures::all).orElse(mean);
        pages.stream()
                .flatMap(page -> page.classes().keySet().stream())
                .distinct()
                .forEach(name -> mean(pages, page -> page.of(name)).ifPresent(one -> learned.put(name, one)));
    }

    /** Empty where too few ended. */
    private static Optional<Work> mean(List<ReasonerFigures> pages, Function<ReasonerFigures, Generations> part) {
        List<Generations> parts = pages.stream().map(part).toList();
        double ended = sum(parts, Generations::ended);
        return ended < ENOUGH
                ? Optional.empty()
                : Optional.of(new Work(
                        1,
                        sum(parts, Generations::inputTokens) / ended,
                        sum(parts, Generations::outputTokens) / ended));
    }

    private static double sum(List<Generations> parts, Function<Generations, OptionalDouble> counter) {
        return parts.stream().mapToDouble(one -> counter.apply(one).orElse(0)).sum();
    }

    /** Output tokens of the longest request lately, of whichever class; the mean of its own at the least. */
    double longest(ServedClass served) {
        return Math.max(longest, each(served).outputTokens());
    }

    /** One request of a class. */
    Work each(ServedClass served) {
        Work one = learned.getOrDefault(served.objective().name(), mean);
        return new Work(
                1,
                served.inputTokens().orElse(one.inputTokens()),
                served.outputTokens().orElse(one.outputTokens()));
    }
}
