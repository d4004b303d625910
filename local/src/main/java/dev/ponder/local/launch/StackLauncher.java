package dev.ponder.local.launch;

import dev.ponder.mechanics.time.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Starts a stack: broker and shards at once, topics when the broker serves, then the services at once; on a Kafka that is there
 * already, shards and services alone. One thread.
 */
public final class StackLauncher {

    private final Checkout checkout;
    private final ProcessTree tree;
    private final Ticker ticker;
    private final Consumer<String> progress;

    /**
     * Prepares starts from a checkout.
     *
     * @param tree who owns the processes
     * @param progress is told a line a step
     */
    public StackLauncher(Checkout checkout, ProcessTree tree, Ticker ticker, Consumer<String> progress) {
        this.checkout = checkout;
        this.tree = tree;
        this.ticker = ticker;
        this.progress = progress;
    }

    /**
     * Starts everything and returns when all of it serves.
     *
     * @throws LaunchException if a part does not start; what did start is left to the tree
     */
    public Stack start(StackSettings settings) throws LaunchException, InterruptedException {
        try {
            WorkFolder folder = WorkFolder.next(checkout.state());
            StackPorts ports = StackPorts.free(settings);
            Recorder recorder = new Recorder(checkout, folder, settings.recordStartup());
            return start(settings, ports, folder, recorder);
        } catch (IOException refused) {
            throw new LaunchException("cannot write below " + checkout.state(), refused);
        }
    }

    private Stack start(StackSettings settings, StackPorts ports, WorkFolder folder, Recorder recorder)
            throws LaunchException, InterruptedException, IOException {
        Programs programs = new Programs(checkout, settings, ports, folder);
        long begunNanos = ticker.nanos();
        Files.createDirectories(folder.scratch().path());
        tree.afterwards(() -> WorkFolder.delete(folder.scratch().path()));
        tree.afterwards(() -> WorkFolder.delete(folder.state("broker")));
        tree.afterwards(() -> WorkFolder.delete(folder.state("cache")));
        List<StackPart> parts = new ArrayList<>();
        if (settings.extras().kafka().isEmpty()) {
            parts.add(begin(programs.broker(), folder, recorder));
        }
        int shardsFrom = parts.size();
        for (Program shard : programs.shards()) {
            parts.add(begin(shard, folder, recorder));
        }
        if (settings.extras().kafka().isEmpty()) {
            await(parts.getFirst(), begunNanos);
            Provisioning.lay(programs.bootstrap(), settings.tenants(), settings.partitions());
        }
        for (Program service : services(programs)) {
            parts.add(begin(service, folder, recorder));
        }
        for (StackPart other : parts.subList(shardsFrom, parts.size())) {
            await(other, begunNanos);
        }
        return new Stack(programs.bootstrap(), ports, folder, tree, recorder, parts);
    }

    private static List<Program> services(Programs programs) throws LaunchException {
        List<Program> services = new ArrayList<>(List.of(programs.cache()));
        services.addAll(programs.routers());
        services.addAll(programs.reasoners());
        return services;
    }

    private StackPart begin(Program program, WorkFolder folder, Recorder recorder) throws LaunchException, IOException {
        List<String> command = JavaCommand.of(program, recorder.flags(program));
        return StackPart.start(program, command, folder, tree);
    }

    private void await(StackPart part, long begunNanos) throws LaunchException, InterruptedException {
        part.awaitReady();
        double seconds = (ticker.nanos() - begunNanos) / 1e9;
        progress.accept("  %-10s ready after %4.1f s".formatted(part.name(), seconds));
    }
}
