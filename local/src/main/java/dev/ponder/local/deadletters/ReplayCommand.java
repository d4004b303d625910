package dev.ponder.local.deadletters;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.local.connect.Cluster;
import dev.ponder.local.connect.ConnectOptions;
import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.terminal.Screen;
import dev.ponder.mechanics.time.Ticker;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./ponder dead-letters replay}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Writes requests back onto their tenant's request topic: key, value and headers as they came, and the header"
                    + " ponder-replayed-from. Nothing else is replayed: work and outcomes belong to one attempt.",
            "The letter stays where it is. A request with an id of its own keeps it, so however often it is replayed, settlement"
                    + " answers it once within its memory (1 h by default; its error counts). One that was named by its place gets"
                    + " another name, and an answer, each time.",
            "Exit code 0 if everything was replayed, 1 if something was refused."
        })
final class ReplayCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Mixin
    private final ConnectOptions connect = new ConnectOptions();

    @Parameters(
            paramLabel = "PLACE",
            arity = "0..*",
            converter = Place.Converter.class,
            description = "TOPIC-PARTITION-OFFSET, as list shows it.")
    private List<Place> places = List.of();

    @Option(names = "--reason", paramLabel = "CODE", description = "All with this code, instead of places.")
    private @Nullable String reason;

    @Option(names = "--tenant", paramLabel = "T", description = "With --reason: only this tenant's (everybody's).")
    private @Nullable TenantId tenant;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            converter = Since.Converter.class,
            description = "With --reason: only those younger than 90m, 2h, 7d, or an ISO instant.")
    private @Nullable Since since;

    @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
    private boolean dryRun;

    private final Screen screen;
    private final Ticker ticker = Ticker.system();
    private int replayed;
    private int refused;

    /** For the command line. */
    ReplayCommand() {
        this(Screen.standard());
    }

    ReplayCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, LaunchException {
        if (places.isEmpty() == (reason == null)) {
            throw new ParameterException(spec.commandLine(), "name places, or a --reason");
        }
        Cluster cluster = connect.need(Checkout.current());
        try (LetterReader reader = new LetterReader(cluster);
                LetterReplayer replayer = new LetterReplayer(cluster)) {
            for (Place place : places) {
                take(reader.at(place), replayer);
            }
            if (reason != null) {
                reader.read(
                        reader.partitions(Optional.ofNullable(tenant)),
                        Optional.ofNullable(since).map(Since::instant),
                        letter -> takeIfMeant(letter, replayer));
            }
        }
        screen.line((dryRun ? "Would replay " : "Replayed ") + replayed + ", refused " + refused + ".");
        return refused == 0 ? 0 : 1;
    }

    private void takeIfMeant(Letter letter, LetterReplayer replayer) throws InterruptedException {
        if (letter.code().equals(Optional.ofNullable(reason))) {
            take(letter, replayer);
        }
    }

    private void take(Letter letter, LetterReplayer replayer) throws InterruptedException {
        switch (ReplayRule.judge(letter, ticker.now())) {
            case Replay.Ready ready -> {
                replayed++;
                screen.line(letter.place()
                        + (dryRun ? " would go onto " + ready.topic() : " lies at " + replayer.replay(ready)));
                ready.remark().ifPresent(remark -> screen.line("  but " + remark));
            }
            case Replay.Refused(Place from, String why) -> {
                refused++;
                screen.line(from + " is refused: " + why + ".");
            }
        }
    }
}
