package dev.ponder.models.fetch;

import dev.ponder.models.folder.OwnFolder;
import dev.ponder.models.terminal.Lines;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fetch}: brings a model's snapshot. */
@Command(
        name = "fetch",
        mixinStandardHelpOptions = true,
        description = {
            "Brings a model's snapshot from a hub or a folder: goes on where it was cut, holds each file to the size and",
            "checksum of the hub's list, and puts the folder in place only when all of it is right. Run again, it does nothing,",
            "though the branch has gone on: another revision brings another snapshot.",
            "A proxy is named by the JVM's own properties (-Dhttps.proxyHost)."
        })
public final class FetchCommand implements Callable<Integer> {

    /** The form of a hub's addresses. */
    enum Layout {
        HUGGINGFACE,
        MODELSCOPE
    }

    private static final Duration QUIET = Duration.ofMinutes(1);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Option(names = "--model", paramLabel = "OWNER/NAME", description = "Which model, on a hub.")
    private @Nullable String model;

    @Option(names = "--revision", paramLabel = "R", description = "Branch, tag or commit (main; on ModelScope master).")
    private @Nullable String revision;

    @Option(names = "--layout", paramLabel = "L", description = "${COMPLETION-CANDIDATES} (HUGGINGFACE)")
    private Layout layout = Layout.HUGGINGFACE;

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            defaultValue = "${env:MODEL_ENDPOINT}",
            description = "The hub's address, or a mirror's (MODEL_ENDPOINT).")
    private @Nullable String endpoint;

    @Option(
            names = "--from",
            paramLabel = "FOLDER",
            description = "A folder that holds the snapshot, instead of a hub.")
    private @Nullable Path from;

    @Option(names = "--to", paramLabel = "FOLDER", required = true, description = "Where it is to be.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Path to;

    @Option(names = "--token-file", paramLabel = "FILE", description = "A file that holds the hub's token.")
    private @Nullable Path tokenFile;

    @Option(names = "--token-env", paramLabel = "NAME", description = "The environment variable that holds it.")
    private @Nullable String tokenVariable;

    @Option(names = "--skip", paramLabel = "GLOB", description = "Files to leave out, such as *.bin; more than once.")
    private List<String> skipped = List.of();

    private final Lines lines;
    private final Patience patience;

    /** For the command line. */
    public FetchCommand() {
        this(Lines.standard(), Patience.STANDARD);
    }

    FetchCommand(Lines lines, Patience patience) {
        this.lines = lines;
        this.patience = patience;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        String token =
                Token.read(tokenFile, tokenVariable, tokenVariable == null ? null : System.getenv(tokenVariable));
        try (HubClient client = new HubClient(QUIET, token)) {
            new Snapshot(source(client), new OwnFolder(to), skipped, lines).bring();
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
        return 0;
    }

    private Source source(HubClient client) {
        if (from != null) {
            return new FolderSource(from);
        }
        if (model == null || endpoint == null) {
            throw new IllegalArgumentException(
                    "name --model and --endpoint (or MODEL_ENDPOINT), or a folder with --from");
        }
        Tries tries = new Tries(patience, Thread::sleep, lines);
        return new HubSource(hub(endpoint), new ModelRef(model, chosenRevision()), client, tries);
    }

    private Hub hub(String address) {
        if (!address.matches("https?://[^/?#]+(/[^?#]*)?")) {
            throw new IllegalArgumentException("endpoint is \"" + address + "\"; write https://HOST");
        }
        String base = address.replaceAll("/+$", "");
        return switch (layout) {
            case HUGGINGFACE -> new HuggingFaceHub(base);
            case MODELSCOPE -> new ModelScopeHub(base);
        };
    }

    private String chosenRevision() {
        return revision != null ? revision : layout == Layout.MODELSCOPE ? "master" : "main";
    }
}
