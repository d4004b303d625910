package dev.ponder.models.quantise;

import dev.ponder.models.catalogue.Block;
import dev.ponder.models.catalogue.Mix;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The precision of each layer as the driver of ModelOpt reads it. Pure. */
final class LayerRules {

    private LayerRules() {}

    /** A JSON list, one entry a block of a layer. */
    static String json(Mix mix, int layers) {
        return IntStream.range(0, layers)
                .boxed()
                .flatMap(layer -> Stream.of(Block.values()).map(block -> entry(mix, layer, block)))
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    private static String entry(Mix mix, int layer, Block block) {
        String precision = mix.of(layer, block);
        if (!precision.equals("bf16") && !precision.equals("fp8") && !precision.equals("int4-awq")) {
            throw new IllegalArgumentException("layer " + layer + " as " + precision
                    + " is nothing that ModelOpt mixes here; take bf16, fp8 or int4-awq");
        }
        return "{\"layer\": %d, \"block\": \"%s\", \"precision\": \"%s\"}"
                .formatted(layer, block.name().toLowerCase(Locale.ROOT), precision);
    }
}
