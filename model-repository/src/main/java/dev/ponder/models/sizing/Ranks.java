package dev.ponder.models.sizing;

/**
 * How many GPUs hold one model.
 *
 * @param tensor GPUs that share each layer
 * @param pipeline groups of them, one after the other
 */
public record Ranks(int tensor, int pipeline) {

    public Ranks {
        if (tensor < 1 || pipeline < 1) {
            throw new IllegalArgumentException(
                    "tensor parallel of " + tensor + " by pipeline parallel of " + pipeline + "; write numbers from 1");
        }
    }

    /** One GPU. */
    public static final Ranks ONE = new Ranks(1, 1);

    /** All of them. */
    public int world() {
        return tensor * pipeline;
    }

    /** The first layer of a stage: as many layers as can be shared evenly, the rest given to the first stages. */
    int firstLayer(int layers, int stage) {
        return stage * (layers / pipeline) + Math.min(stage, layers % pipeline);
    }
}
