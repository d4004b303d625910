package dev.ponder.models.catalogue;

/**
 * What a server takes before weights and cache.
 *
 * @param runtimeMib for context, kernels and workspaces
 * @param collectivesMib more, where GPUs work together
 */
public record Reserves(int runtimeMib, int collectivesMib) {

    public Reserves {
        if (runtimeMib < 0 || collectivesMib < 0) {
            throw new IllegalArgumentException("runtime-mib or collectives-mib is below 0; write MiB");
        }
    }
}
