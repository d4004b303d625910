package dev.ponder.local.launch;

import java.util.List;
import java.util.Map;

/**
 * What single programs of a stack are told besides the usual.
 *
 * @param router system properties of the router
 * @param reasoner system properties of each reasoner
 * @param shard arguments of each shard; they stand after the usual ones and win over them
 */
public record StackExtras(Map<String, String> router, Map<String, String> reasoner, List<String> shard) {

    /** Nothing. */
    public static final StackExtras NONE = new StackExtras(Map.of(), Map.of(), List.of());

    public StackExtras {
        router = Map.copyOf(router);
        reasoner = Map.copyOf(reasoner);
        shard = List.copyOf(shard);
    }
}
