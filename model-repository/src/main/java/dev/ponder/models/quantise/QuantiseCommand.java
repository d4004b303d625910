package dev.ponder.models.quantise;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ponder.models.catalogue.Catalogue;
import dev.ponder.models.catalogue.Mix;
import dev.ponder.models.catalogue.Profile;
import dev.ponder.models.folder.OwnFolder;
import dev.ponder.models.sizing.ModelOptions;
import dev.ponder.models.sizing.ServerOptions;
import dev.ponder.models.terminal.Lines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code quantise}: writes the steps that make a model smaller. */
@Command(
        name = "quantise",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the steps of TensorRT-LLM and ModelOpt that make a snapshot into what a server loads, as a script for",
            "NVIDIA's container: this command itself needs no GPU, the script refuses to run without one. The script does",
            "nothing where it was done before, and puts its result in place only when it is whole."
        })
public final class QuantiseCommand implements Callable<Integer> {

    private static final String DRIVER = "quantise_layers.py";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Option(names = "--profile", paramLabel = "P", description = "${COMPLETION-CANDIDATES} (llmapi)")
    private Profile profile = Profile.LLMAPI;

    @Option(names = "--from", paramLabel = "FOLDER", required = true, description = "The snapshot, as fetch left it.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Path from;

    @Option(names = "--to", paramLabel = "FOLDER", required = true, description = "Where the result is to be.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Path to;

    @Option(names = "--calibration", paramLabel = "FOLDER", defaultValue = "", description = "Texts to calibrate on.")
    private String calibration = "";

    @Option(
            names = "--examples",
            paramLabel = "FOLDER",
            defaultValue = "/app/examples",
            description = "TensorRT-LLM's examples in NVIDIA's container (${DEFAULT-VALUE}).")
    private String examples = "";

    @Option(
            names = "--tools",
            paramLabel = "IMAGE",
            defaultValue = "",
            description = "The image that will run it: another one makes everything again.")
    private String tools = "";

    @Option(names = "--script", paramLabel = "FILE", description = "Where to write the script (it is printed).")
    private @Nullable Path script;

    private final Lines lines;

    /** For the command line. */
    public QuantiseCommand() {
        this(Lines.standard());
    }

    QuantiseCommand(Lines lines) {
        this.lines = lines;
    }

    @Override
    public Integer call() throws IOException {
        try {
            String text = text();
            if (script == null) {
                text.lines().forEach(lines::line);
            } else {
                write(script, text);
            }
            return 0;
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private String text() throws IOException {
        Catalogue known = model.catalogue();
        Mix weights = model.weights();
        weights.names().forEach(known::precision);
        Job job = new Job(
                weights,
                profile,
                server.kv(),
                server.ranks(),
                server.batch(),
                server.stepTokens(),
                server.sequence(),
                known.model(model.model()).layers(),
                new Job.Paths(from.toString(), calibration, examples));
        if (Steps.isServedAsFetched(job)) {
            return "echo 'quantise: nothing to do: weights of bf16 are served as they were fetched'\n";
        }
        return new Script(job, new OwnFolder(from).stamp().orElse("unstamped"), tools, to.toString()).text();
    }

    /** The driver of ModelOpt lies beside the script, which finds it there. */
    private void write(Path file, String text) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
        Files.createDirectories(folder);
        try (InputStream in = QuantiseCommand.class.getResourceAsStream("/quantise/" + DRIVER)) {
            Files.write(
                    folder.resolve(DRIVER),
                    Objects.requireNonNull(in, "the jar has no driver").readAllBytes());
        }
        Files.writeString(file, text, UTF_8);
        lines.line("quantise: the steps are in " + file);
    }
}
