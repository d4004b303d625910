package dev.ponder.local.explain;

import dev.ponder.local.figures.Figures;
import dev.ponder.local.terminal.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./ponder explain-scaling}: why replicas came and went, and whether the law would say so again. */
@Command(
        name = "explain-scaling",
        mixinStandardHelpOptions = true,
        description = {
            "Tells from the autoscaler's files of decisions when a pool was to have more or",
            "fewer replicas, and why; what was not known meanwhile; and whether the law,",
            "asked again with the files' own settings and observations, decides the same.",
            "Exit code 1 if it does not, or if a line cannot be read. docs/operations.md",
            "has the form."
        },
        footer = {"", "Example: ./ponder explain-scaling decisions.jsonl --at 2026-11-30T08:15:00Z"})
public final class ExplainScalingCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "What autoscaler.loop.decisions names, and files that were moved away from there. They are read in the order"
                            + " in which they were written.")
    private List<Path> files = List.of();

    @Option(names = "--pool", paramLabel = "P", description = "Only this pool's decisions (all).")
    private @Nullable String pool;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Only the decision that stood then, with what it was made from, as 2026-11-30T08:15:00Z.")
    private @Nullable Instant at;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures there.")
    private @Nullable Path json;

    private final Screen screen;

    /** For the command line. */
    public ExplainScalingCommand() {
        this(Screen.standard());
    }

    ExplainScalingCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() throws IOException {
        files.forEach(this::readable);
        Played played = Played.of(LogFile.inOrder(files), at == null ? Instant.MAX : at);
        List<PoolStory> stories = chosen(played.stories());
        new PlayedLines(screen, names()).show(played, stories, at);
        if (json != null) {
            Figures.of(
                            "explain-scaling",
                            arguments(),
                            ScalingFigures.metrics(played, stories),
                            ScalingFigures.rows(stories))
                    .write(json);
        }
        return played.isWhole() && stories.stream().allMatch(PoolStory::isSame) && hasDecisions(stories) ? 0 : 1;
    }

    private static boolean hasDecisions(List<PoolStory> stories) {
        return stories.stream().anyMatch(one -> one.decisions() > 0);
    }

    /** The file system's own words for these are the bare name. */
    private void readable(Path file) {
        if (!Files.exists(file)) {
            throw wrong(file + ": there is no such file; name one that is there");
        }
        if (Files.isDirectory(file)) {
            throw wrong(file + ": it is a folder; name the file in it");
        }
        if (!Files.isReadable(file)) {
            throw wrong(file + ": it may not be read by you");
        }
    }

    private String names() {
        return files.stream().map(one -> String.valueOf(one.getFileName())).collect(Collectors.joining(", "));
    }

    private List<PoolStory> chosen(Collection<PoolStory> stories) {
        if (pool == null || stories.isEmpty()) {
            return List.copyOf(stories);
        }
        List<PoolStory> chosen =
                stories.stream().filter(one -> one.pool().equals(pool)).toList();
        if (chosen.isEmpty()) {
            throw wrong("--pool " + pool + ": the file has only "
                    + String.join(", ", stories.stream().map(PoolStory::pool).toList()));
        }
        return chosen;
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    private Map<String, String> arguments() {
        Map<String, String> arguments = new LinkedHashMap<>();
        arguments.put("file", files.stream().map(Path::toString).collect(Collectors.joining(", ")));
        arguments.put("pool", pool == null ? "all" : pool);
        return arguments;
    }
}
