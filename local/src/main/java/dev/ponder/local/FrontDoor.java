package dev.ponder.local;

import dev.ponder.access.Refusals;
import dev.ponder.access.Role;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.local.acls.AclsCommand;
import dev.ponder.local.ask.AskCommand;
import dev.ponder.local.ask.CancelCommand;
import dev.ponder.local.connect.TenantConverter;
import dev.ponder.local.cost.CostCommand;
import dev.ponder.local.deadletters.DeadLettersCommand;
import dev.ponder.local.demo.DemoCommand;
import dev.ponder.local.erasure.EraseCommand;
import dev.ponder.local.explain.ExplainScalingCommand;
import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.launch.Scratch;
import dev.ponder.local.provision.ProvisionCommand;
import dev.ponder.local.terminal.Screen;
import dev.ponder.local.up.DownCommand;
import dev.ponder.local.up.KeepCommand;
import dev.ponder.local.up.UpCommand;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.common.KafkaException;
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
            AclsCommand.class,
            ProvisionCommand.class,
            EraseCommand.class,
            CostCommand.class,
            ExplainScalingCommand.class,
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
        Scratch.dropAtExit(Checkout.current());
        System.exit(execute(arguments));
    }

    /** The same inside a JVM that goes on. */
    public static int execute(String... arguments) {
        return new CommandLine(new FrontDoor())
                .registerConverter(TenantId.class, new TenantConverter())
                .setExecutionExceptionHandler(FrontDoor::explain)
                .execute(arguments);
    }

    /** The rim: what people can act on is said in a sentence, anything else with its trace. */
    private static int explain(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        Optional<String> refused = Refusals.explain(failure, roleOf(command));
        boolean known = failure instanceof LaunchException
                || failure instanceof IOException
                || failure instanceof KafkaException;
        if (refused.isEmpty() && !known) {
            throw failure;
        }
        Screen errors = Screen.errors();
        errors.piece("ponder: " + refused.orElse(failure.getMessage()));
        errors.endLine();
        return FAILED;
    }

    private static Role roleOf(CommandLine command) {
        Object called = command.getCommand();
        return switch (called) {
            case AskCommand _ -> Role.TENANT;
            case EraseCommand _ -> Role.ERASER;
            default -> Role.OPERATOR;
        };
    }
}
