package dev.ponder.router.lookup;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.question.QuestionKey;

/** Asks for a learned chain. Blocks for at most the configured deadline; never fails. Thread-safe. */
@FunctionalInterface
public interface ChainLookup {

    /** Asks. */
    Lookup find(TenantId tenant, QuestionKey key);

    /** A house without a cache. */
    static ChainLookup none() {
        return (_, _) -> new Lookup.NotFound("not_asked");
    }
}
