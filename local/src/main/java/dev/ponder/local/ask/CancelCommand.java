package dev.ponder.local.ask;

import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.terminal.Screen;
import dev.ponder.local.up.Running;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./ponder cancel}: takes one request back. */
@Command(
        name = "cancel",
        mixinStandardHelpOptions = true,
        description = {
            "Cancels a request, whether it waits or is worked on: its result is the error cancelled, unless it has one already.",
            "Orders it on the stack that ./ponder up keeps, else on the broker named.",
            "Exit code 0 once Kafka has the order, 3 if it did not take it."
        })
public final class CancelCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The request's id.")
    private String id = "";

    @Option(names = "--bootstrap", paramLabel = "HOST:PORT", description = "Order it on this Kafka.")
    private @Nullable String bootstrap;

    @Option(
            names = "--tenant",
            paramLabel = "T",
            defaultValue = "default",
            description = "Whose request it is (${DEFAULT-VALUE}).")
    private String tenant = "";

    private final Screen screen = Screen.standard();

    @Override
    public Integer call() throws IOException, InterruptedException, LaunchException {
        RequestKey key = new RequestKey(new TenantId(tenant), new RequestId(id));
        new Withdrawal(address(), key).order();
        screen.line("Ordered. The result of " + key.id() + " is the error cancelled, unless it has one already.");
        return 0;
    }

    private String address() throws IOException, LaunchException {
        return bootstrap != null
                ? bootstrap
                : Running.find(Checkout.current())
                        .map(Running::bootstrap)
                        .orElseThrow(() -> new LaunchException("Nothing is up; name a Kafka with --bootstrap."));
    }
}
