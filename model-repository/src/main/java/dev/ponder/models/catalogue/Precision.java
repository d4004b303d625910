package dev.ponder.models.catalogue;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Set;

/**
 * How the weights of linear layers are kept.
 *
 * @param bits of a weight: 4, 8 or 16
 * @param scales what a scale is for
 * @param scaleBytes of a scale
 * @param group how many inputs share a scale; 0 where none do
 * @param zeroBits of a group's zero point; 0 where there is none
 * @param inputScales whether each input channel has a factor of 16 bit
 * @param architectures of GPUs that run it
 * @param profiles whose servers have it
 */
public record Precision(
        int bits,
        Scales scales,
        int scaleBytes,
        int group,
        int zeroBits,
        boolean inputScales,
        Set<Architecture> architectures,
        Set<Profile> profiles) {

    /** What has a scale of its own. */
    public enum Scales {
        NONE,
        TENSOR,
        CHANNEL,
        GROUP
    }

    public Precision {
        requireNonNull(scales, "scales is missing; write none, tensor, channel or group");
        requireNonNull(architectures, "architectures is missing; write a list");
        requireNonNull(profiles, "profiles is missing; write a list of llmapi, ifb");
        architectures = Set.copyOf(architectures);
        profiles = Set.copyOf(profiles);
        if (bits != 4 && bits != 8 && bits != 16) {
            throw new IllegalArgumentException("bits is " + bits + "; write 4, 8 or 16");
        }
        if ((scales == Scales.GROUP) != (group > 0)) {
            throw new IllegalArgumentException("group is " + group + " with scales: "
                    + scales.name().toLowerCase(Locale.ROOT) + "; write both or neither");
        }
        if (scaleBytes < 0 || zeroBits < 0 || ((scales != Scales.NONE) && scaleBytes == 0)) {
            throw new IllegalArgumentException("scale-bytes is " + scaleBytes + "; write the bytes of a scale");
        }
    }

    /**
     * The bytes of a matrix with its scales, zero points and input factors; without bias.
     *
     * @param inputs columns
     * @param outputs rows
     */
    public long bytes(long inputs, long outputs) {
        long weights = Math.ceilDiv(inputs * outputs * bits, 8L);
        long groups = group == 0 ? 0 : Math.ceilDiv(inputs, (long) group) * outputs;
        long scaled =
                switch (scales) {
                    case NONE -> 0L;
                    case TENSOR -> 1L;
                    case CHANNEL -> outputs;
                    case GROUP -> groups;
                };
        return weights + scaled * scaleBytes + Math.ceilDiv(groups * zeroBits, 8L) + (inputScales ? 2 * inputs : 0);
    }
}
