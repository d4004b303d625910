package dev.ponder.triton.shard;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.triton.shard.brain.BrainChain;
import dev.ponder.triton.shard.brain.recorded.UnplayableFileException;
import dev.ponder.triton.shard.engine.SimulatedGpu;
import dev.ponder.triton.shard.fault.ActiveFaults;
import dev.ponder.triton.shard.serve.ServedModel;
import dev.ponder.triton.shard.server.ShardServer;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParseResult;

/** Starts a simulated shard and prints one JSON line when it serves. */
@Command(
        name = "triton-shard",
        description = "A server that speaks the Triton protocol over a simulated GPU.",
        mixinStandardHelpOptions = true)
public final class ShardMain implements Callable<Integer> {

    @Mixin
    private ShardOptions options = new ShardOptions();

    private ShardMain() {}

    /** Runs until SIGTERM. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ShardMain())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(ShardMain::refuse)
                .execute(arguments));
    }

    /** What was said wrong on the command line is told in a line; what went wrong otherwise, with its trace. */
    private static int refuse(Exception wrong, CommandLine command, ParseResult parsed) throws Exception {
        if (wrong instanceof UnplayableFileException || wrong instanceof IllegalArgumentException) {
            command.getErr().println(wrong.getMessage());
            return command.getCommandSpec().exitCodeOnInvalidInput();
        }
        throw wrong;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        ActiveFaults faults = new ActiveFaults();
        faults.set(options.faults());
        BrainChain brain = options.brain();
        SimulatedGpu gpu = new SimulatedGpu(options.gpu(), faults, Ticker.system());
        ServedModel model = ShardServer.served(options.profile(), options.model(), brain, gpu, faults);
        ShardServer server = ShardServer.start(options.address(), model, options.toys(), gpu, faults);
        announce(server);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(server, stopped)));
        stopped.await();
        return 0;
    }

    private static void announce(ShardServer server) {
        System.out.println("{\"ready\":true,\"grpc\":" + server.grpcPort() + ",\"http\":" + server.httpPort()
                + ",\"metrics\":" + server.metricsPort() + ",\"simulated\":true}");
    }

    private void stop(ShardServer server, CountDownLatch stopped) {
        try {
            server.stop(options.exitTimeout());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            stopped.countDown();
        }
    }
}
