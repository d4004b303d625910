package dev.ponder.triton.client.pool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What prompts a shard has probably still cached: the blocks of those sent there last, as many as it may hold. What it has truly
 * evicted is not known; a wrong guess costs a prefill. Guarded by its owner.
 */
public final class PrefixMemory {

    private final Map<Long, Boolean> blocks;

    /** Remembers so many blocks, those used last. */
    public PrefixMemory(int capacity) {
        this.blocks = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
                return size() > capacity;
            }
        };
    }

    /** How many of a prompt's first blocks are known, without a gap. Each block's hash covers all before it. */
    public int known(List<Long> prompt) {
        int known = 0;
        while (known < prompt.size() && blocks.containsKey(prompt.get(known))) {
            known++;
        }
        return known;
    }

    /** Notes that a prompt is read there; its beginning counts as used last, since whatever follows is useless without it. */
    public void read(List<Long> prompt) {
        for (int i = prompt.size() - 1; i >= 0; i--) {
            blocks.put(prompt.get(i), Boolean.TRUE);
        }
    }
}
