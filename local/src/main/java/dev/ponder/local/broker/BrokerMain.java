package dev.ponder.local.broker;

import java.io.IOException;

/**
 * Runs a local broker as a process: prints one line {@code {"ready":true,"bootstrap":"127.0.0.1:PORT"}} when it serves, and
 * stops cleanly on SIGTERM, or when the parent that was named ends. Everything else that it says goes to the error stream.
 */
public final class BrokerMain {

    private BrokerMain() {}

    /** Starts, announces, waits. See {@link BrokerArguments#USAGE}. */
    public static void main(String... arguments) throws IOException {
        QuietLogs.apply();
        BrokerArguments asked = BrokerArguments.parse(arguments);
        RunningBroker broker = RunningBroker.start(asked.dir(), asked.ports(), asked.overrides());
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("broker-stop").unstarted(broker::stop));
        asked.parent().ifPresent(BrokerMain::endWith);
        System.out.println("{\"ready\":true,\"bootstrap\":\"" + broker.bootstrap() + "\"}");
        broker.awaitStop();
    }

    private static void endWith(long parent) {
        ProcessHandle.of(parent)
                .ifPresentOrElse(
                        handle -> handle.onExit().thenRun(() -> System.exit(0)).exceptionally(failure -> null),
                        () -> System.exit(0));
    }
}
