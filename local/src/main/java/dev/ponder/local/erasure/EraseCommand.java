package dev.ponder.local.erasure;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.local.connect.ConnectOptions;
import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.terminal.Screen;
import dev.ponder.mechanics.time.Ticker;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./ponder erase}: forgets a tenant. */
@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        description = {
            "Erases a tenant: deletes its requests, orders, chunks, results and dead letters, puts tombstones on its chains, which"
                    + " caches then forget, and on the progress of its jobs. There is no way back.",
            "Counts its work, and its outcomes, leases and orders on the outcomes topic, out of which Kafka deletes no single record.",
            "Reports topic by topic what was found and erased, what is left, and until when. Keep the report.",
            "Looks at the work topics that it may see, and at nothing at all where it lacks a right on another.",
            "Take the tenant's right to ask away first; what is in flight writes again when it ends."
        })
public final class EraseCommand implements Callable<Integer> {

    @Mixin
    private final ConnectOptions connect = new ConnectOptions();

    @Option(names = "--tenant", paramLabel = "T", required = true, description = "Whom to forget.")
    private TenantId tenant = TenantId.DEFAULT;

    @Option(names = "--dry-run", description = "Say what would be erased, and erase nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "The report as one JSON object.")
    private boolean json;

    private final Screen screen;

    /** For the command line. */
    public EraseCommand() {
        this(Screen.standard());
    }

    EraseCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, LaunchException {
        Eraser eraser = new Eraser(connect.need(Checkout.current()), Ticker.system());
        Erasure erasure = eraser.erase(tenant, dryRun);
        if (json) {
            screen.line(erasure.json());
        } else {
            erasure.lines().forEach(screen::line);
        }
        return 0;
    }
}
