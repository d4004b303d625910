package dev.ponder.models.catalogue;

/**
 * What a server takes before weights and cache.
 *
 * @param runtimeMib for context, kernels and workspaces
 * @param collectivesMib more, where GPUs work together
 * @param hostMib of a server on the processor, for itself
 */
public record Reserves(int runtimeMib, int collectivesMib, int hostMib) {

    public Reserves {
        if (runtimeMib < 0 || collectivesMib < 0 || hostMib < 0) {
            throw new IllegalArgumentException("runtime-mib, collectives-mib or host-mib is below 0; write MiB");
        }
    }
}
