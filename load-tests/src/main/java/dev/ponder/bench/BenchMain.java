package dev.ponder.bench;

import dev.ponder.bench.conformance.ConformanceCommand;
import dev.ponder.bench.dashboards.DashboardsCommand;
import dev.ponder.bench.elasticity.AutoscaleCommand;
import dev.ponder.bench.elasticity.ShardChoiceCommand;
import dev.ponder.bench.elasticity.SimulatorCommand;
import dev.ponder.bench.elasticity.frontier.FrontierCommand;
import dev.ponder.bench.fairness.FairnessCommand;
import dev.ponder.bench.faults.ShardFaultsCommand;
import dev.ponder.bench.honesty.HonestyCommand;
import dev.ponder.bench.kills.KillsCommand;
import dev.ponder.bench.overhead.OverheadCommand;
import dev.ponder.bench.queue.LongJobCommand;
import dev.ponder.bench.queue.QueueWaitCommand;
import dev.ponder.bench.simulated.SimulationCommand;
import dev.ponder.bench.start.StartCommand;
import dev.ponder.bench.streams.StreamsCommand;
import dev.ponder.bench.wake.WakeCommand;
import dev.ponder.local.launch.LaunchException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What can be measured. */
@Command(
        name = "bench",
        description = "Measures Ponder, each figure beside its baseline of the same run.",
        subcommands = {
            QueueWaitCommand.class,
            LongJobCommand.class,
            OverheadCommand.class,
            KillsCommand.class,
            StreamsCommand.class,
            FairnessCommand.class,
            ShardFaultsCommand.class,
            ConformanceCommand.class,
            SimulationCommand.class,
            AutoscaleCommand.class,
            FrontierCommand.class,
            ShardChoiceCommand.class,
            SimulatorCommand.class,
            HonestyCommand.class,
            DashboardsCommand.class,
            WakeCommand.class,
            StartCommand.class
        },
        mixinStandardHelpOptions = true)
public final class BenchMain implements Runnable {

    private BenchMain() {}

    /** Runs one bench. */
    public static void main(String[] arguments) {
        System.exit(line().execute(arguments));
    }

    static CommandLine line() {
        CommandLine bench = new CommandLine(new BenchMain())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(BenchMain::explain);
        bench.getSubcommands().values().forEach(one -> one.getCommandSpec().mixinStandardHelpOptions(true));
        return bench;
    }

    /** What keeps a process from starting is for a person; anything else is a fault of ours, with its trace. */
    static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (failure instanceof LaunchException) {
            command.getErr().println("ponder: " + failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }

    /** Without a name: lists what there is. */
    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
