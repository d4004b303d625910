package dev.ponder.local.launch;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What single programs of a stack are told besides the usual.
 *
 * @param router system properties of the router
 * @param reasoner system properties of each reasoner
 * @param shard arguments of each shard; they stand after the usual ones and win over them
 * @param cache system properties of the cache
 * @param reasonerHeap the largest heap of each reasoner, in the form of {@code -Xmx}
 * @param kafka a Kafka that is there already, with topics and groups laid, instead of a broker of the stack's own
 */
public record StackExtras(
        Map<String, String> router,
        Map<String, String> reasoner,
        List<String> shard,
        Map<String, String> cache,
        String reasonerHeap,
        Optional<String> kafka) {

    private static final String USUAL_HEAP = "256m";

    /** Nothing. */
    public static final StackExtras NONE = new StackExtras(Map.of(), Map.of(), List.of());

    public StackExtras {
        router = Map.copyOf(router);
        reasoner = Map.copyOf(reasoner);
        shard = List.copyOf(shard);
        cache = Map.copyOf(cache);
        requireNonNull(reasonerHeap, "reasonerHeap is null");
        requireNonNull(kafka, "kafka is null");
    }

    /** With a broker of the stack's own, and nothing besides for the cache. */
    public StackExtras(Map<String, String> router, Map<String, String> reasoner, List<String> shard) {
        this(router, reasoner, shard, Map.of(), USUAL_HEAP, Optional.empty());
    }

    /** With these settings of the cache and a Kafka that is there already. */
    public StackExtras(
            Map<String, String> router,
            Map<String, String> reasoner,
            List<String> shard,
            Map<String, String> cache,
            Optional<String> kafka) {
        this(router, reasoner, shard, cache, USUAL_HEAP, kafka);
    }

    /** The same with reasoners that may use so much heap. */
    public StackExtras withReasonerHeap(String heap) {
        return new StackExtras(router, reasoner, shard, cache, heap, kafka);
    }

    /** The same on a Kafka that is there already, with topics and groups laid; empty for a broker of the stack's own. */
    public StackExtras withKafka(Optional<String> bootstrap) {
        return new StackExtras(router, reasoner, shard, cache, reasonerHeap, bootstrap);
    }
}
