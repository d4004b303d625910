package dev.ponder.local;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.local.ask.AskCommand;
import dev.ponder.local.ask.CancelCommand;
import dev.ponder.local.connect.TenantConverter;
import dev.ponder.local.deadletters.DeadLettersCommand;
import dev.ponder.local.demo.DemoCommand;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.terminal.Screen;
import dev.ponder.local.up.DownCommand;
import dev.ponder.local.up.KeepCommand;
import dev.ponder.local.up.UpCommand;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** What {@code ./ponder} calls once everything is built. */
@Command(
        name = "ponder",
        mixinStandardHelpOptions = true,
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            DownCommand.class,
            AskCommand.class,
            CancelCommand.class,
            DeadLettersCommand.class,
            KeepCommand.class
        })
public final class FrontDoor {

    private static final int FAILED = 3;
    /** Held, since the log manager forgets the level of a logger that nobody holds. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private FrontDoor() {}

    /** Runs a command; exit code 0 is success, 1 a result that is none, 2 a wrong call, 3 a part that did not work. */
    public static void main(String... arguments) {
        KAFKA.setLevel(Level.OFF);
        System.exit(new CommandLine(new FrontDoor())
                .registerConverter(TenantId.class, new TenantConverter())
                .setExecutionExceptionHandler(FrontDoor::explain)
                .execute(arguments));
    }

    /** The rim: what people can act on is said in a sentence, anything else with its trace. */
    private static int explain(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (failure instanceof LaunchException || failure instanceof java.io.IOException) {
            Screen errors = Screen.errors();
            errors.piece("ponder: " + failure.getMessage());
            errors.endLine();
            return FAILED;
        }
        throw failure;
    }
}
