package dev.ponder.models.sizing;

import static java.util.Objects.requireNonNull;

/**
 * What is to be served by the processor, out of a host's memory.
 *
 * @param model its name in the catalogue
 * @param batch sequences at once, at most
 * @param sequence tokens of the longest sequence
 * @param memory bytes that the server may have
 */
public record HostDeployment(String model, int batch, int sequence, long memory) {

    public HostDeployment {
        requireNonNull(model, "model is null");
        if (batch < 1 || sequence < 1 || memory < 1) {
            throw new IllegalArgumentException(
                    "batch, sequence and host memory begin at 1, here are " + batch + ", " + sequence + ", " + memory);
        }
    }

    /** The same with other numbers of sequences and tokens. */
    HostDeployment with(int otherBatch, int otherSequence) {
        return new HostDeployment(model, otherBatch, otherSequence, memory);
    }
}
