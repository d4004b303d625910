package dev.ponder.router;

import dev.ponder.contracts.chain.Chain;
import dev.ponder.contracts.chain.ChainStep;
import dev.ponder.contracts.chain.LearnedChain;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.TenantId;
import java.util.List;
import java.util.Map;

/** Chains as the cache has learned them. */
public final class Chains {

    private Chains() {}

    public static LearnedChain learned(TenantId tenant, String questionKey) {
        return new LearnedChain(
                LearnedChain.VERSION,
                questionKey,
                tenant,
                "default",
                new Chain(List.of(new ChainStep("six times seven", 3)), "42", "42"),
                90,
                new RequestId("r-0"),
                Requests.NOW.minusSeconds(3600),
                Map.of());
    }
}
