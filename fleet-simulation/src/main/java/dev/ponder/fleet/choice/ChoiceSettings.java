package dev.ponder.fleet.choice;

import static java.util.Objects.requireNonNull;

import dev.ponder.scaling.capacity.ReplicaModel;

/**
 * The shards of a run.
 *
 * @param model what each can truly do
 * @param shards how many
 * @param cachedBlocks blocks of 512 prompt tokens that each keeps of prompts read before, those used last
 * @param guessFactor lengths are guessed wrong by up to this factor, either way, evenly on a log scale; 1 is right
 */
public record ChoiceSettings(ReplicaModel model, int shards, int cachedBlocks, double guessFactor) {

    public ChoiceSettings {
        requireNonNull(model, "model is null");
        if (shards < 1 || cachedBlocks < 1 || !(guessFactor >= 1)) {
            throw new IllegalArgumentException("there are shards, blocks and a factor from 1: %d, %d, %s"
                    .formatted(shards, cachedBlocks, guessFactor));
        }
    }
}
