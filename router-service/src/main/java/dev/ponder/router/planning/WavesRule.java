package dev.ponder.router.planning;

import dev.ponder.contracts.plan.Classification;
import dev.ponder.contracts.plan.SloClass;
import dev.ponder.contracts.request.ReasoningRequest;
import java.util.Map;
import java.util.Set;

/**
 * How many chains a question is worth at first. Pure.
 *
 * @param first how many begin together where they are worth it
 * @param most the most of all waves
 * @param upToEasy up to which probability that one cheap chain suffices
 * @param largestWorkTokens what a first wave may hold at most: a reasoner takes no work that is larger than what it keeps room for
 * @param largestWork the same of single classes that admit less
 */
public record WavesRule(
        int first, int most, double upToEasy, int largestWorkTokens, Map<SloClass, Integer> largestWork) {

    /** One chain, whatever the question. */
    public static final WavesRule ONE_CHAIN = new WavesRule(1, 1, 0, 1, Map.of());

    /** Other answers differ in words even where they agree. */
    private static final Set<String> COMPARABLE = Set.of("number", "choice", "expression");

    public WavesRule {
        largestWork = Map.copyOf(largestWork);
    }

    /** As the configuration says. */
    public static WavesRule of(WavesConfig config, Map<SloClass, Integer> largestWork) {
        return new WavesRule(config.first(), config.most(), config.upToEasy(), config.largestWorkTokens(), largestWork);
    }

    /** The size of the first wave, for chains of so many tokens. */
    int firstWave(ReasoningRequest request, Classification classification, int chainTokens) {
        boolean worthIt = COMPARABLE.contains(classification.answerType())
                && classification.easyProbability() <= upToEasy
                && drawsAnew(request);
        return worthIt ? Math.clamp(room(request.options().sloClass()) / chainTokens, 1, first) : 1;
    }

    private int room(SloClass slo) {
        return Math.min(largestWorkTokens, largestWork.getOrDefault(slo, largestWorkTokens));
    }

    /** At temperature 0 or with a seed all chains are one; and whoever listens hears one chain, so its answer should be the result. */
    private static boolean drawsAnew(ReasoningRequest request) {
        return request.sampling().temperature() > 0 && request.sampling().seed() == null && !request.stream();
    }
}
