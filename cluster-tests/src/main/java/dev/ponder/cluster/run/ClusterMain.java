package dev.ponder.cluster.run;

import dev.ponder.cluster.site.Cluster;
import dev.ponder.cluster.supply.NoClusterException;
import dev.ponder.cluster.supply.Supply;
import dev.ponder.cluster.supply.SupplyException;
import dev.ponder.local.figures.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the checks: exit code 0 where none failed, also where there is no cluster and all that need one are skipped. */
@Command(
        name = "test --cluster",
        description = {
            "Checks the images, and on a real Kubernetes API server the chart, model serving, our scaler under KEDA, and our own loop.",
            "Images are put on PONDER_BASE_IMAGE, and run where a container engine answers and PONDER_KAFKA_IMAGE names a broker.",
            "The cluster is that of PONDER_KUBECONFIG; else it is built and started from the folder kubernetes in PONDER_TOOLS,",
            "its binaries kept in PONDER_CACHE (by default ponder/kubernetes in the user's cache folder); else all that needs one is skipped."
        },
        mixinStandardHelpOptions = true)
public final class ClusterMain implements Callable<Integer> {

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures there.")
    private @Nullable Path json;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "GROUP",
            description = "Run these groups alone: ${COMPLETION-CANDIDATES}.")
    private List<Group> only = new ArrayList<>();

    private final Tally tally = new Tally(ClusterMain::say);

    private ClusterMain() {}

    /** Runs the checks. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ClusterMain())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Set<Group> groups = only.isEmpty() ? EnumSet.allOf(Group.class) : EnumSet.copyOf(only);
        Checks checks = new Checks(tally);
        checks.run(groups.stream().filter(group -> !group.isOnCluster()).toList());
        List<Group> onCluster = groups.stream().filter(Group::isOnCluster).toList();
        boolean opened = onCluster.isEmpty() || run(checks, onCluster);
        say(tally.sum());
        if (json != null) {
            Map<String, String> args =
                    Map.of("only", groups.stream().map(Group::word).collect(Collectors.joining(",")));
            Figures.of("cluster", args, tally.metrics(), tally.rows()).write(json);
        }
        return opened && tally.failed() == 0 ? 0 : 1;
    }

    /** Whether the cluster could be opened, or there is none to open. */
    private static boolean run(Checks checks, List<Group> groups) throws IOException, InterruptedException {
        try (Cluster cluster = Supply.of(System.getenv(), ClusterMain::say).open()) {
            checks.run(groups, cluster);
        } catch (NoClusterException none) {
            checks.skip(groups, "no cluster");
            say(String.valueOf(none.getMessage()));
        } catch (SupplyException failed) {
            say("FAILED: " + failed.getMessage());
            return false;
        }
        return true;
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
