package dev.ponder.local.demo;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.local.exchange.FollowLoop;
import dev.ponder.local.exchange.Heard;
import dev.ponder.local.exchange.Question;
import dev.ponder.local.exchange.QuestionSender;
import dev.ponder.local.figures.Figures;
import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.launch.ProcessTree;
import dev.ponder.local.launch.Stack;
import dev.ponder.local.launch.StackExtras;
import dev.ponder.local.launch.StackLauncher;
import dev.ponder.local.launch.StackSettings;
import dev.ponder.local.terminal.Screen;
import dev.ponder.mechanics.time.Ticker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./ponder demo}: the whole house on this machine, some fifty questions, and what came of them. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a Kafka broker, two simulated GPU shards, cache, router and reasoner as processes of this machine,",
            "asks questions as real records, shows the thinking, one result each, a trace and a summary, and stops it all.",
            "Exit code 1 if a question was lost or answered twice."
        })
public final class DemoCommand implements Callable<Integer> {

    private static final int HEARD_CAPACITY = 10_000;
    private static final int SHOWN = 2;
    private static final int OF_FILES = 50;

    @Option(
            names = "--questions",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Ask these instead of our own: JSON lines with a \"text\" each; .gz is unpacked.")
    private List<Path> questions = List.of();

    @Option(
            names = "--answers",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Recorded answers for the simulated shards to give.")
    private List<Path> answers = List.of();

    @Option(names = "--limit", paramLabel = "N", description = "Ask at most N (all of ours, 50 of files').")
    private @Nullable Integer limit;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "4",
            description = "New questions a second, whether or not earlier ones were answered (${DEFAULT-VALUE}).")
    private double rate;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures there.")
    private @Nullable Path json;

    private final Screen screen = Screen.standard();
    private final Ticker ticker = Ticker.system();
    private Optional<Entered> entered = Optional.empty();

    @Override
    public Integer call() throws IOException, InterruptedException, LaunchException {
        entered = Entered.said(ticker.now(), ticker.nanos());
        List<Question> chosen = chosen();
        screen.title("Ponder demo: " + chosen.size() + " questions. The GPU is simulated; everything else is real.");
        try (ProcessTree tree = ProcessTree.plant(ticker)) {
            StackLauncher launcher = new StackLauncher(Checkout.current(), tree, ticker, screen::line);
            StackSettings settings = StackSettings.DEFAULT
                    .withAnswers(absolute(answers))
                    .withExtras(new StackExtras(Map.of(), Map.of(), questionsForShards()))
                    .recordingStartup();
            screen.line("Starting (logs are in .ponder)");
            try (Stack stack = launcher.start(settings)) {
                return run(stack, chosen);
            }
        }
    }

    private List<Question> chosen() throws IOException {
        if (questions.isEmpty()) {
            List<Question> ours = QuestionFile.sample();
            return limit == null ? ours : ours.subList(0, Math.min(limit, ours.size()));
        }
        return QuestionFile.read(questions, limit == null ? OF_FILES : limit);
    }

    /** Some recorded answers name their question by its id alone. */
    private List<String> questionsForShards() {
        return answers.isEmpty()
                ? List.of()
                : absolute(questions).stream()
                        .flatMap(file -> Stream.of("--questions", file.toString()))
                        .toList();
    }

    private static List<Path> absolute(List<Path> files) {
        return files.stream().map(Path::toAbsolutePath).toList();
    }

    private int run(Stack stack, List<Question> chosen) throws IOException, InterruptedException, LaunchException {
        BlockingQueue<Heard> heard = new LinkedBlockingQueue<>(HEARD_CAPACITY);
        DemoRun run;
        try (FollowLoop _ = FollowLoop.open(stack.bootstrap(), TenantId.DEFAULT, heard, ticker);
                QuestionSender sender = new QuestionSender(stack.bootstrap(), TenantId.DEFAULT)) {
            Asked asked = new Asked(chosen, rate);
            run = new DemoRun(stack::check, sender, heard, screen, ticker, RandomGenerator.getDefault(), asked);
            for (int i = 0; i < SHOWN; i++) {
                run.showNext();
            }
            run.askTheRest();
        }
        screen.line("Stopping");
        stack.close();
        return close(stack, run);
    }

    private int close(Stack stack, DemoRun run) throws IOException, InterruptedException {
        screen.title("One question's way, from asking to its result");
        run.trace().draw(stack.spanFiles()).forEach(screen::line);
        Summary summary = Summary.of(run.ledger());
        Optional<FirstAnswer> first =
                entered.flatMap(enter -> FirstAnswer.of(enter, run.ledger(), stack.canMakeCaches()));
        SummaryLines.of(summary, stack.folder()).forEach(screen::line);
        first.map(FirstAnswer::line).ifPresent(screen::line);
        if (json != null) {
            Map<String, Number> metrics = summary.metrics();
            first.ifPresent(found -> metrics.put(FirstAnswer.METRIC, found.seconds()));
            Figures.of("demo", arguments(), metrics, List.of()).write(json);
        }
        makeCaches(stack);
        return summary.isClean() ? 0 : 1;
    }

    private Map<String, String> arguments() {
        Map<String, String> arguments = new LinkedHashMap<>();
        arguments.put("questions", questions.isEmpty() ? "our own" : questions.toString());
        arguments.put("answers", answers.isEmpty() ? "worked out by the shards" : answers.toString());
        arguments.put("limit", limit == null ? "default" : limit.toString());
        arguments.put("rate", Double.toString(rate));
        return arguments;
    }

    private void makeCaches(Stack stack) throws IOException, InterruptedException {
        if (stack.canMakeCaches()) {
            screen.line(
                    "Keeping what this start has taught the JVM, so that the next one is faster (once, some seconds)");
            screen.line("Done for " + stack.makeCaches() + " programs.");
        }
    }
}
