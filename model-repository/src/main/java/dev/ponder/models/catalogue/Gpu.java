package dev.ponder.models.catalogue;

import static java.util.Objects.requireNonNull;

/**
 * A kind of GPU.
 *
 * @param memoryMib as the driver shows it
 * @param architecture its generation
 */
public record Gpu(int memoryMib, Architecture architecture) {

    public Gpu {
        requireNonNull(architecture, "architecture is missing; write ampere, ada, hopper or blackwell");
        if (memoryMib < 1) {
            throw new IllegalArgumentException("memory-mib is " + memoryMib + "; write what nvidia-smi shows");
        }
    }

    /** Its memory in bytes. */
    public long bytes() {
        return (long) memoryMib << 20;
    }
}
