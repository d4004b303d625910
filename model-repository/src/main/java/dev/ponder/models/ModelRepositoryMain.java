package dev.ponder.models;

import dev.ponder.models.fetch.FetchCommand;
import dev.ponder.models.folder.AwaitCommand;
import dev.ponder.models.layout.LayoutCommand;
import dev.ponder.models.quantise.QuantiseCommand;
import dev.ponder.models.sizing.SizingCommand;
import dev.ponder.models.terminal.Lines;
import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** What the jobs of the chart call. */
@Command(
        name = "model-repository",
        mixinStandardHelpOptions = true,
        description = "Says what fits, fetches a model's snapshot, has it quantised, and lays out what Triton loads.",
        subcommands = {
            SizingCommand.class,
            FetchCommand.class,
            QuantiseCommand.class,
            LayoutCommand.class,
            AwaitCommand.class
        })
public final class ModelRepositoryMain {

    private static final int FAILED = 3;

    private ModelRepositoryMain() {}

    /** Runs a command; exit code 0 is success, 1 a result that is none, 2 a wrong call, 3 a part that did not work. */
    public static void main(String... arguments) {
        System.exit(execute(arguments));
    }

    /** The same inside a JVM that goes on. */
    public static int execute(String... arguments) {
        return new CommandLine(new ModelRepositoryMain())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(ModelRepositoryMain::explain)
                .execute(arguments);
    }

    /** The rim: what people can act on is said in a sentence, anything else with its trace. */
    private static int explain(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        String said =
                switch (failure) {
                    case IOException known -> String.valueOf(known.getMessage());
                    case UncheckedIOException known -> String.valueOf(known.getMessage());
                    default -> throw failure;
                };
        Lines.errors().line("model-repository: " + said);
        return FAILED;
    }
}
