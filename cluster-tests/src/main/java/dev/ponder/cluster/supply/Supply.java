package dev.ponder.cluster.supply;

import dev.ponder.cluster.site.Cluster;
import dev.ponder.local.launch.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds the cluster that the environment names, or makes one. One thread. */
public final class Supply {

    private static final String NEITHER = """
            There is no cluster to check on: PONDER_KUBECONFIG names no kubeconfig, and PONDER_TOOLS no folder with \
            kubernetes/build.sh and kubernetes/up.sh. All that need one were skipped.""";

    private final Map<String, String> environment;
    private final Consumer<String> say;

    private Supply(Map<String, String> environment, Consumer<String> say) {
        this.environment = Map.copyOf(environment);
        this.say = say;
    }

    /**
     * Looks at an environment.
     *
     * @param say is told a line a step
     */
    public static Supply of(Map<String, String> environment, Consumer<String> say) {
        return new Supply(environment, say);
    }

    /**
     * Opens the cluster of {@code PONDER_KUBECONFIG}, else that of {@code PONDER_TOOLS}.
     *
     * @throws NoClusterException where neither is there, or what building one needs is missing
     * @throws SupplyException where the one that is there does not work
     */
    public Cluster open() throws NoClusterException, SupplyException, IOException, InterruptedException {
        CacheFolder cache = CacheFolder.of(environment);
        Optional<Path> given = file("PONDER_KUBECONFIG");
        if (given.isPresent()) {
            return new GivenCluster(given.orElseThrow(), cache, environment, say).open(folder());
        }
        Optional<Path> scripts = file("PONDER_TOOLS").map(tools -> tools.resolve("kubernetes"));
        if (scripts.isEmpty() || !Files.isExecutable(scripts.orElseThrow().resolve("build.sh"))) {
            throw new NoClusterException(NEITHER);
        }
        return new MadeCluster(scripts.orElseThrow(), cache, say).open(folder());
    }

    private Optional<Path> file(String key) {
        return Optional.ofNullable(environment.get(key))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }

    /** Where this run keeps logs; those of earlier runs go. */
    private static Path folder() throws IOException {
        return RunFolders.next(Checkout.current().state(), "cluster-");
    }
}
