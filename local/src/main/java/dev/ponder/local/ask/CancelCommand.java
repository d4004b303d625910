package dev.ponder.local.ask;

import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.local.connect.ConnectOptions;
import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.terminal.Screen;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private final ConnectOptions connect = new ConnectOptions();

    @Option(
            names = "--tenant",
            paramLabel = "T",
            defaultValue = "default",
            description = "Whose request it is (${DEFAULT-VALUE}).")
    private TenantId tenant = TenantId.DEFAULT;

    private final Screen screen = Screen.standard();

    @Override
    public Integer call() throws IOException, InterruptedException, LaunchException {
        RequestKey key = new RequestKey(tenant, new RequestId(id));
        new Withdrawal(connect.need(Checkout.current()), key).order();
        screen.line("Ordered. The result of " + key.id() + " is the error cancelled, unless it has one already.");
        return 0;
    }
}
