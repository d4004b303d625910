package dev.ponder.local.up;

import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.terminal.Screen;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;

/** {@code ./ponder down}: ends what {@code up} started. */
@Command(name = "down", mixinStandardHelpOptions = true, description = "Stops what ./ponder up started.")
public final class DownCommand implements Callable<Integer> {

    private static final long LIMIT_SECONDS = 90;

    private final Screen screen = Screen.standard();
    private final Checkout checkout = Checkout.current();

    @Override
    public Integer call() throws IOException, InterruptedException, LaunchException {
        Optional<ProcessHandle> keeper = Running.find(checkout).flatMap(Running::keeper);
        if (keeper.isEmpty()) {
            Running.forget(checkout);
            screen.line("Nothing is up.");
            return 0;
        }
        screen.line("Stopping");
        keeper.orElseThrow().destroy();
        try {
            keeper.orElseThrow().onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException late) {
            throw new LaunchException(
                    "the keeper, process " + keeper.orElseThrow().pid() + ", did not end in " + LIMIT_SECONDS
                            + " s; .ponder/up.log may say why");
        }
        Running.forget(checkout);
        screen.line("Down.");
        return 0;
    }
}
