package dev.ponder.cluster.supply;

import dev.ponder.cluster.site.Cluster;
import dev.ponder.cluster.site.Keda;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A cluster of this run's own on the loopback: real control plane, simulated nodes, a real KEDA. It is ended with this process, or by the
 * next run where this one is killed. Opened by one thread; KEDA by whoever needs it first.
 */
final class MadeCluster {

    private static final String PREFIX = "run-";
    private static final String LOOPBACK = "127.0.0.1";

    private final Path scripts;
    private final CacheFolder cache;
    private final Consumer<String> say;
    private final AtomicBoolean ended = new AtomicBoolean();
    private @Nullable Keda keda;

    MadeCluster(Path scripts, CacheFolder cache, Consumer<String> say) {
        this.scripts = scripts;
        this.cache = cache;
        this.say = say;
    }

    /** Builds what is missing, starts everything but KEDA, and connects. */
    Cluster open(Path folder) throws NoClusterException, SupplyException, IOException, InterruptedException {
        new Binaries(scripts, cache, say).ensure();
        endAbandoned(folder);
        Path run = RunFolders.next(cache.path(), PREFIX);
        furnish(run);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> end(run, folder)));
        say.accept("The cluster starts (its logs go to " + folder + " when it ends)");
        try {
            script("up.sh", folder).run(run, line -> {});
        } catch (SupplyException failed) {
            end(run, folder);
            throw failed;
        }
        return new Cluster(
                run.resolve("kubeconfig"),
                folder,
                cache.toolbox(),
                cache.definitions(),
                () -> keda(run, folder),
                () -> end(run, folder));
    }

    /** The scripts know their own processes by where their binaries lie, so each run has names of its own for them. */
    private void furnish(Path run) throws IOException {
        Path names = Files.createDirectories(run.resolve("bin"));
        try (Stream<Path> binaries = Files.list(cache.binaries())) {
            for (Path binary : binaries.toList()) {
                link(binary, names.resolve(binary.getFileName()));
            }
        }
        try {
            Files.createSymbolicLink(run.resolve("crds"), cache.path().resolve("crds"));
        } catch (FileAlreadyExistsException again) {
            throw new IOException("another run owns " + run, again);
        }
    }

    private static void link(Path binary, Path name) throws IOException {
        try {
            Files.createLink(name, binary);
        } catch (UnsupportedOperationException noLinks) {
            Files.copy(binary, name, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private synchronized Keda keda(Path run, Path folder) {
        if (keda == null) {
            try {
                script("keda-up.sh", folder).run(run, line -> {});
                keda = new Keda(LOOPBACK);
            } catch (SupplyException | IOException refused) {
                throw new IllegalStateException("KEDA does not start", refused);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while KEDA started", interrupted);
            }
        }
        return keda;
    }

    private Script script(String name, Path folder) {
        return new Script(scripts.resolve(name), folder.resolve(name + ".log"));
    }

    private void endAbandoned(Path folder) throws IOException {
        for (Path abandoned : RunFolders.ended(cache.path(), PREFIX)) {
            stop(abandoned, folder);
        }
    }

    private void end(Path run, Path folder) {
        if (ended.getAndSet(true)) {
            return;
        }
        stop(run, folder);
        try {
            keepLogs(run, folder);
            RunFolders.remove(run);
        } catch (IOException stays) {
            say.accept("not all of " + run + " could be removed: " + stays.getMessage());
        }
    }

    private void stop(Path run, Path folder) {
        try {
            new ProcessBuilder(List.of("bash", scripts.resolve("down.sh").toString(), run.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("down.sh.log").toFile()))
                    .start()
                    .waitFor();
        } catch (IOException refused) {
            say.accept("the cluster in " + run + " could not be stopped: " + refused.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void keepLogs(Path run, Path folder) throws IOException {
        Path logs = run.resolve("run");
        if (!Files.isDirectory(logs)) {
            return;
        }
        try (Stream<Path> files = Files.list(logs)) {
            for (Path log :
                    files.filter(file -> file.toString().endsWith(".log")).toList()) {
                Files.copy(log, folder.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
