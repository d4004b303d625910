package dev.ponder.models.layout;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.ponder.models.catalogue.Profile;
import dev.ponder.models.folder.Digest;
import dev.ponder.models.folder.OwnFolder;
import dev.ponder.models.sizing.ServerOptions;
import dev.ponder.models.terminal.Lines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code layout}: writes what Triton loads. */
@Command(
        name = "layout",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the model repository that Triton loads, for either form of TensorRT-LLM models. It is there whole or not",
            "at all; run again with the same it does nothing; a folder that something else wrote is left alone."
        })
public final class LayoutCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Option(names = "--profile", paramLabel = "P", description = "${COMPLETION-CANDIDATES} (llmapi)")
    private Profile profile = Profile.LLMAPI;

    @Option(
            names = "--engine",
            paramLabel = "E",
            description =
                    "${COMPLETION-CANDIDATES} (tensorrt_llm). A stand_in generates nothing; it is for trying the layout.")
    private Engine engine = Engine.TENSORRT_LLM;

    @Option(names = "--name", paramLabel = "N", defaultValue = "tensorrt_llm", description = "(${DEFAULT-VALUE})")
    private String name = "";

    @Option(
            names = "--weights",
            paramLabel = "FOLDER",
            required = true,
            description = "Checkpoint or engine, as the server sees it.")
    private String weights = "";

    @Option(names = "--to", paramLabel = "FOLDER", required = true, description = "Where the repository is to be.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Path to;

    @Option(names = "--templates", paramLabel = "FOLDER", description = "NVIDIA's llmapi model, for its programs.")
    private @Nullable Path templates;

    @Option(names = "--free-share", paramLabel = "S", description = "Of what the weights leave, for the cache (0.9).")
    private double freeShare = 0.9;

    @Option(names = "--queue", paramLabel = "N", description = "Requests that may wait, in ifb; 0 for any number (0).")
    private int queue;

    @Option(
            names = "--cancel-check-ms",
            paramLabel = "N",
            description = "How often the engine looks for cancels (100).")
    private int cancelMillis = 100;

    private final Lines lines;

    /** For the command line. */
    public LayoutCommand() {
        this(Lines.standard());
    }

    LayoutCommand(Lines lines) {
        this.lines = lines;
    }

    @Override
    public Integer call() throws IOException {
        write(checked(), new OwnFolder(to));
        return 0;
    }

    private Map<String, byte[]> checked() throws IOException {
        try {
            Serving serving = new Serving(
                    name,
                    weights,
                    server.ranks(),
                    server.kv(),
                    server.batch(),
                    server.stepTokens(),
                    server.sequence(),
                    freeShare,
                    queue,
                    cancelMillis);
            return new Repository(serving, profile, engine, templates).files();
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private void write(Map<String, byte[]> files, OwnFolder folder) throws IOException {
        folder.claim();
        String stamp = "laid out " + digest(files);
        if (folder.stamp().filter(stamp::equals).isPresent() && isAsWritten(files)) {
            lines.line(folder.place() + " is there already");
            return;
        }
        Path fresh = folder.fresh();
        for (Map.Entry<String, byte[]> each : files.entrySet()) {
            Path file = fresh.resolve(each.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, each.getValue());
        }
        Files.createDirectories(fresh.resolve(name).resolve("1"));
        folder.finish(stamp);
        String made = engine == Engine.STAND_IN ? " with a STAND-IN that generates nothing" : "";
        lines.line(folder.place() + " is complete" + made + ": model " + name + ", profile " + profile);
    }

    private boolean isAsWritten(Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> each : files.entrySet()) {
            Path file = to.resolve(each.getKey());
            if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), each.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static String digest(Map<String, byte[]> files) {
        StringBuilder all = new StringBuilder();
        files.forEach((path, content) -> all.append(path)
                .append(' ')
                .append(content.length)
                .append('\n')
                .append(new String(content, ISO_8859_1)));
        return Digest.of(all.toString());
    }
}
