package dev.ponder.router.lookup;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.question.QuestionKey;

/** Asks for a learned chain. Blocks for at most the configured deadline; never fails. Thread-safe. */
@FunctionalInterface
public interface ChainLookup extends AutoCloseable {

    /** Asks. */
    Lookup find(TenantId tenant, QuestionKey key);

    /** Lets go of the connection, where there is one. */
    @Override
    default void close() {}

    /** A house without a cache. */
    static ChainLookup none() {
        return (_, _) -> new Lookup.NotFound("not_asked");
    }
}
