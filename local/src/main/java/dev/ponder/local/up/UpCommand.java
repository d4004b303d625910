package dev.ponder.local.up;

import dev.ponder.local.launch.Background;
import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.observe.Observation;
import dev.ponder.local.terminal.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./ponder up}: a stack in the background. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = {
            "Starts broker, two simulated GPU shards, cache, router and reasoner, and leaves them running until ./ponder down.",
            "One stack a checkout; its address stands in .ponder/up.json."
        })
public final class UpCommand implements Callable<Integer> {

    private static final long LOOK_MILLIS = 100;

    @Option(names = "--port", paramLabel = "N", defaultValue = "0", description = "Port of the broker (any free one).")
    private int port;

    @Option(
            names = "--answers",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Recorded answers for the simulated shards to give.")
    private List<Path> answers = List.of();

    @Option(
            names = "--observe",
            description =
                    "Starts Prometheus beside it, and Grafana where one is installed, and prints their addresses.")
    private boolean observe;

    private final Screen screen = Screen.standard();
    private final Checkout checkout = Checkout.current();

    @Override
    public Integer call() throws IOException, InterruptedException, LaunchException {
        Optional<Running> already = Running.find(checkout);
        if (already.isPresent()) {
            screen.line("It is up already.");
            if (observe && already.orElseThrow().pages().isEmpty()) {
                screen.line("Nobody observes it: ./ponder down, then ./ponder up --observe.");
            }
            tell(already.orElseThrow());
            return 0;
        }
        List<String> missing = observe ? Observation.of(checkout).missing() : List.of();
        missing.forEach(screen::line);
        Path log = checkout.state().resolve("up.log");
        Files.createDirectories(checkout.state());
        Files.deleteIfExists(log);
        screen.line("Starting (the log is .ponder/up.log). The GPU is simulated.");
        Process keeper = Background.start(keep(observe && missing.isEmpty()), log);
        tell(await(keeper, log));
        return 0;
    }

    private List<String> keep(boolean observed) {
        List<String> arguments = new ArrayList<>(List.of("keep", "--port", String.valueOf(port)));
        if (observed) {
            arguments.add("--observe");
        }
        if (!answers.isEmpty()) {
            arguments.add("--answers");
            answers.forEach(file -> arguments.add(file.toAbsolutePath().toString()));
        }
        return arguments;
    }

    private Running await(Process keeper, Path log) throws IOException, InterruptedException, LaunchException {
        Optional<Running> found = Running.find(checkout);
        while (found.isEmpty()) {
            if (keeper.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new LaunchException("the stack did not come up:\n" + Files.readString(log));
            }
            found = Running.find(checkout);
        }
        return found.orElseThrow();
    }

    private void tell(Running running) {
        screen.line("Kafka:  " + running.bootstrap());
        screen.line("Logs:   " + running.folder());
        running.pages().forEach((name, address) -> screen.line("See:    " + name + " " + address));
        if (running.pages().containsKey("prometheus") && !running.pages().containsKey("grafana")) {
            screen.line("        (no grafana on the PATH; the dashboards, helm/ponder/dashboards, are for any)");
        }
        screen.line("Ask:    ./ponder ask \"What is 3/4 + 5/6?\"");
        screen.line(
                "or produce to reasoning.requests with any Kafka client, and read reasoning.results (read_committed):");
        screen.line("        {\"id\": \"my-1\", \"input_text\": \"What is 3/4 + 5/6?\", \"stream\": true}");
        screen.line("Stop:   ./ponder down");
    }
}
