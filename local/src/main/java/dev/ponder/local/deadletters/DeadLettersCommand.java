package dev.ponder.local.deadletters;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./ponder dead-letters}: what could not be worked on. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        subcommands = {ListCommand.class, ShowCommand.class, ReplayCommand.class},
        description = {
            "Records that could not be worked on, with the reason of each.",
            "They lie on reasoning.dead-letters (the default tenant's) and reasoning.dead-letters.TENANT for 30 days.",
            "Asks the stack that ./ponder up keeps, or the Kafka that is named."
        })
public final class DeadLettersCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say list, show or replay");
    }
}
