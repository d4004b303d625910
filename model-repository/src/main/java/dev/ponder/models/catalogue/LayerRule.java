package dev.ponder.models.catalogue;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A precision for some layers, or for one block of them.
 *
 * @param firstLayer counted from 0; null for the model's first
 * @param lastLayer itself included; null for the model's last
 * @param block the part of the layer; null for both
 * @param precision its name in the catalogue
 */
public record LayerRule(
        @Nullable Integer firstLayer,
        @Nullable Integer lastLayer,
        @Nullable Block block,
        String precision) {

    public LayerRule {
        requireNonNull(precision, "precision is missing; write one of the catalogue's");
        int first = firstLayer == null ? 0 : firstLayer;
        if (first < 0 || (lastLayer != null && lastLayer < first)) {
            throw new IllegalArgumentException(
                    "first-layer " + firstLayer + " to last-layer " + lastLayer + " are no layers; count them from 0");
        }
    }

    boolean holds(int layer, Block of) {
        return (firstLayer == null || layer >= firstLayer)
                && (lastLayer == null || layer <= lastLayer)
                && (block == null || block == of);
    }
}
