package dev.ponder.router.planning;

import dev.ponder.contracts.plan.Classification;
import dev.ponder.contracts.plan.ComputePath;
import dev.ponder.contracts.plan.Plan;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.request.ReasoningRequest;
import java.util.Map;
import java.util.stream.Collectors;

/** Plans: the class that was asked for, the pool of the domain, one chain. A classifier that abstained has no say. Pure. */
public final class Planner {

    private final PoolId pool;
    private final Map<String, PoolId> poolsByDomain;

    /** Plans as the configuration says. */
    public Planner(PlanningConfig config) {
        this.pool = new PoolId(config.pool());
        this.poolsByDomain = config.pools().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> new PoolId(entry.getValue())));
    }

    /**
     * Plans one request.
     *
     * @param promisedTokens prompt and completion together
     */
    public Plan plan(ReasoningRequest request, Classification classification, int promisedTokens) {
        boolean dynamic = request.options().useDynamicInference() && !classification.abstained();
        PoolId chosen = dynamic ? poolsByDomain.getOrDefault(classification.domain(), pool) : pool;
        return new Plan(ComputePath.ONE_CHAIN, chosen, request.options().sloClass(), promisedTokens);
    }
}
