package dev.ponder.models.quantise;

import static java.util.Objects.requireNonNull;

import dev.ponder.models.catalogue.Mix;
import dev.ponder.models.catalogue.Profile;
import dev.ponder.models.sizing.KvType;
import dev.ponder.models.sizing.Ranks;

/**
 * What is to be made of a snapshot.
 *
 * @param mix how weights are to be kept
 * @param profile for which form of server
 * @param kv how keys and values will be kept
 * @param ranks how many GPUs will hold it
 * @param batch sequences at once, at most
 * @param stepTokens tokens of one step, at most
 * @param sequence tokens of the longest sequence
 * @param layers of the model
 * @param paths where things are
 */
record Job(
        Mix mix,
        Profile profile,
        KvType kv,
        Ranks ranks,
        int batch,
        int stepTokens,
        int sequence,
        int layers,
        Paths paths) {

    /**
     * Where things are, as the container of NVIDIA's tools sees them.
     *
     * @param snapshot the model as it was fetched
     * @param calibration texts, for precisions that are calibrated
     * @param examples TensorRT-LLM's examples
     */
    record Paths(String snapshot, String calibration, String examples) {

        Paths {
            requireNonNull(snapshot, "snapshot is null");
            requireNonNull(calibration, "calibration is null");
            requireNonNull(examples, "examples is null");
        }
    }

    Job {
        requireNonNull(mix, "mix is null");
        requireNonNull(profile, "profile is null");
        requireNonNull(kv, "kv is null");
        requireNonNull(ranks, "ranks is null");
        requireNonNull(paths, "paths is null");
    }
}
