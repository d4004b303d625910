package dev.ponder.local.deadletters;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.local.connect.ConnectOptions;
import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.terminal.Screen;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./ponder dead-letters list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description =
                "One line a letter, the newest last: place, time, code, field and what to do, origin, size. No content.")
final class ListCommand implements Callable<Integer> {

    @Mixin
    private final ConnectOptions connect = new ConnectOptions();

    @Option(names = "--tenant", paramLabel = "T", description = "Only this tenant's (everybody's).")
    private @Nullable TenantId tenant;

    @Option(names = "--reason", paramLabel = "CODE", description = "Only those with this code.")
    private @Nullable String reason;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            converter = Since.Converter.class,
            description = "Only those younger than 90m, 2h, 7d, or an ISO instant.")
    private @Nullable Since since;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "At most the newest N (${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--json", description = "A JSON object a line.")
    private boolean json;

    private final Screen screen;
    private final Screen remarks;

    /** For the command line. */
    ListCommand() {
        this(Screen.standard(), Screen.errors());
    }

    ListCommand(Screen screen, Screen remarks) {
        this.screen = screen;
        this.remarks = remarks;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, LaunchException {
        Newest newest = new Newest(limit);
        try (LetterReader reader = new LetterReader(connect.need(Checkout.current()))) {
            reader.read(
                    reader.partitions(Optional.ofNullable(tenant)),
                    Optional.ofNullable(since).map(Since::instant),
                    letter -> add(newest, Listed.of(letter)));
        }
        newest.inOrder().forEach(letter -> screen.line(json ? ListedJson.of(letter) : letter.line()));
        if (newest.dropped() > 0) {
            remarks.line(newest.dropped() + " older ones are not shown; --limit shows more.");
        }
        return 0;
    }

    private void add(Newest newest, Listed letter) {
        if (reason == null || reason.equals(letter.code())) {
            newest.add(letter);
        }
    }
}
