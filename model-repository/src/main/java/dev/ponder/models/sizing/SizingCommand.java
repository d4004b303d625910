package dev.ponder.models.sizing;

import dev.ponder.models.catalogue.Catalogue;
import dev.ponder.models.catalogue.Mix;
import dev.ponder.models.terminal.Bytes;
import dev.ponder.models.terminal.Lines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sizing}: whether a model fits. */
@Command(
        name = "sizing",
        mixinStandardHelpOptions = true,
        description = {
            "Computes weights, KV cache and what has room at once, and refuses what can't fit, with numbers and a fix.",
            "Exit code 0: it fits. 1: it does not. 2: a wrong call."
        })
public final class SizingCommand implements Callable<Integer> {

    private static final int REFUSED = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Mixin
    private final PlacementOptions placement = new PlacementOptions();

    @Option(names = "--table", description = "Print the table of all models, precisions and GPUs instead.")
    private boolean table;

    private final Lines lines;

    /** For the command line. */
    public SizingCommand() {
        this(Lines.standard());
    }

    SizingCommand(Lines lines) {
        this.lines = lines;
    }

    @Override
    public Integer call() throws IOException {
        Catalogue catalogue = placement.catalogue();
        if (table) {
            new SizingTable(catalogue).lines().forEach(lines::line);
            return 0;
        }
        return switch (checked(catalogue)) {
            case Fit.Fits fits -> say(fits);
            case Fit.Refused refused -> {
                lines.line("refused: " + refused.why());
                lines.line("    fix: " + refused.fix());
                yield REFUSED;
            }
        };
    }

    private Fit checked(Catalogue catalogue) throws IOException {
        try {
            return new Sizing(catalogue).of(placement.deployment());
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private int say(Fit.Fits fits) {
        lines.line("weights       " + Bytes.gb(fits.weights()) + ", " + Bytes.gb(fits.gpuWeights()) + " a GPU");
        lines.line("reserve       " + Bytes.gb(fits.reserve()) + " a GPU (an estimate)");
        lines.line("cache         " + Bytes.gb(fits.cache()) + " a GPU, " + fits.tokenBytes() + " bytes a token, "
                + fits.blocks() + " blocks");
        lines.line("room at once  " + fits.tokens() + " tokens, or " + fits.sequences() + " sequences of "
                + placement.sequence() + " tokens");
        return 0;
    }

    /** What is placed where, as options. */
    public static final class PlacementOptions {

        @Option(names = "--catalogue", paramLabel = "FILE", description = "Another catalogue (ours).")
        private @Nullable Path file;

        @Option(names = "--model", paramLabel = "M", description = "(${DEFAULT-VALUE})", defaultValue = "k2-think-32b")
        private String model = "";

        @Option(names = "--precision", paramLabel = "P", description = "(${DEFAULT-VALUE})", defaultValue = "fp8")
        private String precision = "";

        @Option(names = "--mix", paramLabel = "FILE", description = "A precision for each layer, in YAML.")
        private @Nullable Path mix;

        @Option(names = "--kv", paramLabel = "T", description = "${COMPLETION-CANDIDATES} (bf16)")
        private KvType kv = KvType.BF16;

        @Option(names = "--gpu", paramLabel = "G", description = "(${DEFAULT-VALUE})", defaultValue = "h100-80")
        private String gpu = "";

        @Option(names = "--tensor-parallel", paramLabel = "N", description = "(1)")
        private int tensor = 1;

        @Option(names = "--pipeline-parallel", paramLabel = "N", description = "(1)")
        private int pipeline = 1;

        @Option(names = "--batch", paramLabel = "N", description = "Sequences at once, at most (64).")
        private int batch = 64;

        @Option(names = "--step-tokens", paramLabel = "N", description = "Tokens of one step, at most (8192).")
        private int stepTokens = 8192;

        @Option(names = "--sequence", paramLabel = "N", description = "Tokens of the longest sequence (32768).")
        private int sequence = 32_768;

        @Option(names = "--block-tokens", paramLabel = "N", description = "Tokens of a cache block (32).")
        private int blockTokens = 32;

        @Option(names = "--free-share", paramLabel = "S", description = "Of what is left, for the cache (0.9).")
        private double freeShare = 0.9;

        Catalogue catalogue() throws IOException {
            return file == null ? Catalogue.standard() : Catalogue.read(file);
        }

        Deployment deployment() throws IOException {
            Mix weights = mix == null ? Mix.of(precision) : Mix.read(mix);
            return new Deployment(
                    model,
                    weights,
                    kv,
                    gpu,
                    new Ranks(tensor, pipeline),
                    batch,
                    stepTokens,
                    sequence,
                    blockTokens,
                    freeShare);
        }

        int sequence() {
            return sequence;
        }
    }
}
