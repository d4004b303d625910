package dev.ponder.local.exchange;

import dev.ponder.contracts.chunk.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * One request's chunks in order: the highest delivery of the highest attempt alone, by sequence number, each once, whatever order and
 * however often they come. Not safe for threads.
 */
public final class StreamedChain {

    private final TreeMap<Integer, Chunk> early = new TreeMap<>();
    private int attempt;
    private int delivery;
    private int next;

    /** Takes a chunk and says which ones can be shown now, in order. Those of a lower attempt or delivery are dropped. */
    public List<Chunk> accept(Chunk chunk) {
        int newer = newer(chunk);
        if (newer < 0 || chunk.chain() > 0) { // One line of thought is what a person can follow.
            return List.of();
        }
        if (newer > 0) {
            attempt = chunk.attempt();
            delivery = chunk.delivery();
            next = 0;
            early.clear();
        }
        if (chunk.seq() >= next) {
            early.put(chunk.seq(), chunk);
        }
        return ready();
    }

    /** Above 0 for a chunk of a later telling than what was heard so far, below 0 for one of an earlier. */
    private int newer(Chunk chunk) {
        return chunk.attempt() == attempt
                ? Integer.compare(chunk.delivery(), delivery)
                : Integer.compare(chunk.attempt(), attempt);
    }

    private List<Chunk> ready() {
        List<Chunk> ready = new ArrayList<>();
        Chunk following = early.remove(next);
        while (following != null) {
            ready.add(following);
            next++;
            following = early.remove(next);
        }
        return ready;
    }
}
