package dev.ponder.models.catalogue;

import static java.util.Objects.requireNonNull;

/**
 * One matrix of a layer.
 *
 * @param name as in the checkpoint
 * @param block the part of the layer that it is in
 * @param inputs columns of the weight
 * @param outputs rows of the weight
 * @param split how tensor parallelism cuts it
 * @param biased whether it has a bias for each output
 */
public record Linear(String name, Block block, long inputs, long outputs, Split split, boolean biased) {

    /** How tensor parallelism cuts a matrix. */
    public enum Split {
        /** Each rank has some of the outputs. */
        OUTPUTS,
        /** The same, by heads of keys or values, of which each rank has at least one. */
        KV_HEADS,
        /** Each rank has some of the inputs. */
        INPUTS
    }

    public Linear {
        requireNonNull(name, "name is null");
        requireNonNull(block, "block is null");
        requireNonNull(split, "split is null");
        if (inputs < 1 || outputs < 1) {
            throw new IllegalArgumentException(name + " has no size: " + inputs + " x " + outputs);
        }
    }

    /** How many numbers it has, bias included. */
    public long parameters() {
        return inputs * outputs + (biased ? outputs : 0);
    }
}
