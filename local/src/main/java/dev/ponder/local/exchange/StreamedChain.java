package dev.ponder.local.exchange;

import dev.ponder.contracts.chunk.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * One request's chunks in order: the highest attempt alone, by sequence number, each once, whatever order and however often
 * they come. Not safe for threads.
 */
public final class StreamedChain {

    private final TreeMap<Integer, Chunk> early = new TreeMap<>();
    private int attempt;
    private int next;

    /** Takes a chunk and says which ones can be shown now, in order. Those of a lower attempt are dropped. */
    public List<Chunk> accept(Chunk chunk) {
        if (chunk.attempt() < attempt) {
            return List.of();
        }
        if (chunk.attempt() > attempt) {
            attempt = chunk.attempt();
            next = 0;
            early.clear();
        }
        if (chunk.seq() >= next) {
            early.put(chunk.seq(), chunk);
        }
        return ready();
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
