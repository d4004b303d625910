package dev.ponder.models.sizing;

import dev.ponder.models.catalogue.Catalogue;
import dev.ponder.models.terminal.Bytes;
import dev.ponder.models.terminal.Lines;
import java.io.IOException;
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
        try {
            return placement.hostMemory == null
                    ? onGpus(catalogue)
                    : onTheProcessor(catalogue, placement.host(placement.hostMemory));
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private int onGpus(Catalogue catalogue) throws IOException {
        return switch (new Sizing(catalogue).of(placement.deployment())) {
            case Fit.Fits fits -> say(fits);
            case Fit.Refused refused -> refuse(refused.why(), refused.fix());
        };
    }

    private int onTheProcessor(Catalogue catalogue, HostDeployment asked) {
        return switch (new HostSizing(catalogue).of(asked)) {
            case HostFit.Fits fits -> say(fits);
            case HostFit.Refused refused -> refuse(refused.why(), refused.fix());
        };
    }

    private int refuse(String why, String fix) {
        lines.line("refused: " + why);
        lines.line("    fix: " + fix);
        return REFUSED;
    }

    private int say(HostFit.Fits fits) {
        lines.line("loading       " + Bytes.gb(fits.loading()) + " of weights as 32 bit");
        lines.line("weights       " + Bytes.gb(fits.weights()) + " as int8");
        lines.line("cache         " + Bytes.gb(fits.cache()) + " for all sequences at their longest");
        lines.line("steps         " + Bytes.gb(fits.steps()) + " where all read their prompts at once (an estimate)");
        lines.line("server        " + Bytes.gb(fits.reserve()) + " (an estimate)");
        lines.line("at the most   " + Bytes.gb(fits.most()));
        return 0;
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

        @Mixin
        private final ModelOptions model = new ModelOptions();

        @Mixin
        private final ServerOptions server = new ServerOptions();

        @Option(names = "--gpu", paramLabel = "G", description = "(${DEFAULT-VALUE})", defaultValue = "h100-80")
        private String gpu = "";

        @Option(
                names = "--host-memory",
                paramLabel = "BYTES",
                converter = Quantity.class,
                description = "As 8Gi: served as int8 by the processor out of so much memory, without any GPU.")
        private @Nullable Long hostMemory;

        @Option(names = "--block-tokens", paramLabel = "N", description = "Tokens of a cache block (32).")
        private int blockTokens = 32;

        @Option(names = "--free-share", paramLabel = "S", description = "Of what is left, for the cache (0.9).")
        private double freeShare = 0.9;

        Catalogue catalogue() throws IOException {
            return model.catalogue();
        }

        Deployment deployment() throws IOException {
            return new Deployment(
                    model.model(),
                    model.weights(),
                    server.kv(),
                    gpu,
                    server.ranks(),
                    server.batch(),
                    server.stepTokens(),
                    server.sequence(),
                    blockTokens,
                    freeShare);
        }

        HostDeployment host(long memory) {
            return new HostDeployment(model.model(), server.batch(), server.sequence(), memory);
        }

        int sequence() {
            return server.sequence();
        }
    }
}
