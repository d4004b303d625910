package dev.ponder.models.sizing;

import dev.ponder.models.catalogue.Catalogue;
import dev.ponder.models.terminal.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of {@code docs/models.md}: models by precision and GPU, on the fewest GPUs that have room. Pure. */
public final class SizingTable {

    private static final List<String> MODELS =
            List.of("k2-think-32b", "qwen2.5-14b", "qwen2.5-7b", "qwen3-8b", "qwen2.5-1.5b");
    private static final List<String> PRECISIONS = List.of("bf16", "fp8", "int8-weight-only", "int4-awq");
    private static final List<Integer> TENSOR = List.of(1, 2, 4, 8);

    private final Catalogue catalogue;
    private final Sizing sizing;

    /** Knows a catalogue. */
    public SizingTable(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.sizing = new Sizing(catalogue);
    }

    /** Markdown, a line each: weights, then for each GPU how many and the tokens that have room. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        List<String> gpus = List.copyOf(catalogue.gpus().keySet());
        lines.add("| model | weights as | GB | " + String.join(" | ", gpus) + " |");
        lines.add("|---|---|---|" + "---|".repeat(gpus.size()));
        for (String model : MODELS) {
            for (String precision : PRECISIONS) {
                Deployment asked = Deployment.of(model, precision, KvType.BF16, gpus.getFirst(), Ranks.ONE);
                StringBuilder line = new StringBuilder("| %s | %s | %s |"
                        .formatted(
                                model,
                                precision,
                                Bytes.gb(sizing.weights(asked)).replace(" GB", "")));
                gpus.forEach(gpu -> line.append(' ').append(cell(asked, gpu)).append(" |"));
                lines.add(line.toString());
            }
        }
        return lines;
    }

    private String cell(Deployment asked, String gpu) {
        if (!catalogue
                .precision(asked.mix().base())
                .architectures()
                .contains(catalogue.gpu(gpu).architecture())) {
            return "–";
        }
        for (int tensor : TENSOR) {
            if (sizing.bare(asked.on(gpu, new Ranks(tensor, 1))) instanceof Fit.Fits fits) {
                return tensor + " × " + thousands(fits.tokens());
            }
        }
        return "no room";
    }

    private static String thousands(long tokens) {
        return String.format(Locale.ROOT, "%,dk", tokens / 1000);
    }
}
