package dev.ponder.models.layout;

import static java.util.Objects.requireNonNull;

import dev.ponder.models.sizing.KvType;
import dev.ponder.models.sizing.Ranks;

/**
 * How a model is to be served.
 *
 * @param name that clients ask for
 * @param weights folder of the checkpoint or the engine, as the server sees it
 * @param ranks how many GPUs hold it
 * @param kv how keys and values are kept
 * @param batch sequences at once, at most
 * @param stepTokens tokens of one step, at most
 * @param sequence tokens of the longest sequence
 * @param freeShare of what the weights leave, given to the cache
 * @param queue requests that may wait; 0 for any number
 * @param cancelMillis how often the engine looks for requests that were taken back
 */
record Serving(
        String name,
        String weights,
        Ranks ranks,
        KvType kv,
        int batch,
        int stepTokens,
        int sequence,
        double freeShare,
        int queue,
        int cancelMillis) {

    Serving {
        requireNonNull(weights, "weights is null");
        requireNonNull(ranks, "ranks is null");
        requireNonNull(kv, "kv is null");
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9_.-]*")) {
            throw new IllegalArgumentException(
                    "name is \"" + name + "\"; write letters, digits, and _ . - between them");
        }
        if (!weights.startsWith("/")) {
            throw new IllegalArgumentException("weights is \"" + weights + "\"; write a path from the root");
        }
        if (batch < 1 || stepTokens < 1 || sequence < 1 || cancelMillis < 1 || queue < 0) {
            throw new IllegalArgumentException(
                    "batch, step tokens, sequence and the cancel check begin at 1, the queue at 0");
        }
        if (!(freeShare > 0 && freeShare < 1)) {
            throw new IllegalArgumentException("free share is " + freeShare + "; write a number between 0 and 1");
        }
    }
}
