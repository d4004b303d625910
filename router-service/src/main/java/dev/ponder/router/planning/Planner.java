package dev.ponder.router.planning;

import dev.ponder.contracts.plan.Classification;
import dev.ponder.contracts.plan.ComputePath;
import dev.ponder.contracts.plan.Plan;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.plan.SloClass;
import dev.ponder.contracts.request.ReasoningRequest;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Plans: the class that was asked for, the pool of the domain, and waves of chains where they are worth it. A classifier that abstained
 * has no say. Pure.
 */
public final class Planner {

    private final PoolId pool;
    private final Map<String, PoolId> poolsByDomain;
    private final WavesRule waves;

    /** Plans as the configuration says. */
    public Planner(PlanningConfig config, WavesRule waves) {
        this.pool = new PoolId(config.pool());
        this.poolsByDomain = config.pools().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> new PoolId(entry.getValue())));
        this.waves = waves;
    }

    /**
     * Plans one request.
     *
     * @param chainTokens prompt and completion of one chain together
     */
    public Plan plan(ReasoningRequest request, Classification classification, int chainTokens) {
        boolean dynamic = request.options().useDynamicInference() && !classification.abstained();
        PoolId chosen = dynamic ? poolsByDomain.getOrDefault(classification.domain(), pool) : pool;
        SloClass slo = request.options().sloClass();
        int first = dynamic ? waves.firstWave(request, classification, chainTokens) : 1;
        return first == 1
                ? Plan.oneChain(chosen, slo, chainTokens)
                : new Plan(ComputePath.WAVES, chosen, slo, first * chainTokens, first, Math.max(first, waves.most()));
    }
}
