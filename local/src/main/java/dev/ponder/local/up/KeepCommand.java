package dev.ponder.local.up;

import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.launch.ProcessTree;
import dev.ponder.local.launch.Stack;
import dev.ponder.local.launch.StackLauncher;
import dev.ponder.local.launch.StackSettings;
import dev.ponder.local.observe.Observation;
import dev.ponder.local.terminal.Screen;
import dev.ponder.mechanics.time.Ticker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The keeper: starts a stack, tells of it, and stays until SIGTERM, or until a part of it ends. Called by {@code up} alone. */
@Command(name = "keep", hidden = true, description = "Keeps a stack in the foreground; up calls it.")
public final class KeepCommand implements Callable<Integer> {

    private static final long LOOK_SECONDS = 1;

    @Option(names = "--port", defaultValue = "0")
    private int port;

    @Option(names = "--answers", arity = "1..*")
    private List<Path> answers = List.of();

    @Option(names = "--observe")
    private boolean observe;

    private final Screen screen = Screen.standard();
    private final Checkout checkout = Checkout.current();

    @Override
    public Integer call() throws IOException, InterruptedException, LaunchException {
        try (ProcessTree tree = ProcessTree.plant(Ticker.system())) {
            StackLauncher launcher = new StackLauncher(checkout, tree, Ticker.system(), screen::line);
            StackSettings settings = StackSettings.DEFAULT.withBrokerPort(port).withAnswers(answers);
            try (Stack stack = launcher.start(settings)) {
                Map<String, String> pages = observe ? Observation.of(checkout).start(stack) : Map.of();
                Running.here(stack.bootstrap(), stack.folder(), pages).write(checkout);
                stayWith(stack);
            } finally {
                Running.forget(checkout);
            }
        }
        return 1;
    }

    /** Leaves by an exception when a part ends; SIGTERM ends the process, and its tree with it. */
    private void stayWith(Stack stack) throws InterruptedException, LaunchException {
        CountDownLatch never = new CountDownLatch(1);
        Set<String> lost = new HashSet<>();
        while (!never.await(LOOK_SECONDS, TimeUnit.SECONDS)) {
            stack.check();
            stack.lost().stream()
                    .filter(lost::add)
                    .forEach(name -> screen.line(name + " has ended by itself; its log is " + name + ".log"));
        }
    }
}
