package dev.ponder.cluster.site;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/** A real API server with real controllers, spoken to with all rights. Any thread; closed by the one that opened it. */
public final class Cluster implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path kubeconfig;
    private final Path folder;
    private final Toolbox toolbox;
    private final Shell shell;
    private final Path crds;
    private final Keda.Source keda;
    private final Runnable end;
    private final KubernetesClient client;

    /**
     * Connects.
     *
     * @param kubeconfig of somebody who may do everything
     * @param folder for logs and for what tools write; it is there
     * @param toolbox where kubectl and helm are looked for
     * @param crds folders of definitions that a check may lay; need not be there
     * @param keda opens KEDA at its first use
     * @param end what is to be done when it is closed
     */
    public Cluster(Path kubeconfig, Path folder, Toolbox toolbox, Path crds, Keda.Source keda, Runnable end) {
        this.kubeconfig = kubeconfig;
        this.folder = folder;
        this.toolbox = toolbox;
        this.shell = new Shell(Path.of("").toAbsolutePath(), environment(), PATIENCE);
        this.crds = crds;
        this.keda = keda;
        this.end = end;
        this.client = new KubernetesClientBuilder()
                .withConfig(AdminConfig.read(kubeconfig))
                .build();
    }

    /** A client with all rights. */
    public KubernetesClient client() {
        return client;
    }

    /** The file with which others connect as this one does. */
    public Path kubeconfig() {
        return kubeconfig;
    }

    /** Where checks may write logs and files. */
    public Path folder() {
        return folder;
    }

    /** KEDA, started now where it is not yet; the check is skipped where there is none. */
    public Keda keda() {
        return keda.open();
    }

    /** Calls kubectl; {@code input} is what it reads. */
    public Said kubectl(String input, List<String> arguments) {
        return call("kubectl", input, arguments);
    }

    /** Calls helm, which keeps its own files in the folder. */
    public Said helm(List<String> arguments) {
        return call("helm", "", arguments);
    }

    /** Has the server know the kinds of a folder of definitions, as {@code lws}; the check is skipped where there is no such folder. */
    public void know(String kinds) {
        Path folder = crds.resolve(kinds);
        Assumptions.assumeTrue(Files.isDirectory(folder), "there is no folder " + folder + " with definitions");
        kubectl("", List.of("apply", "--server-side", "-f", folder.toString())).orFail();
        // A definition that has no conditions yet fails the wait at once, so it is asked again.
        List<String> wait = List.of("wait", "--for=condition=Established", "--timeout=10s", "-f", folder.toString());
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> kubectl("", wait).ok());
    }

    /** A program that came with the cluster or is on the PATH; the check is skipped where there is none. */
    private Said call(String program, String input, List<String> arguments) {
        Path file = toolbox.find(program)
                .orElseGet(() -> Assumptions.abort(program + " is not on the PATH and did not come with the cluster"));
        List<String> command = new ArrayList<>(List.of(file.toString()));
        command.addAll(arguments);
        return shell.call(input, command);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Map.of("KUBECONFIG", kubeconfig.toString()));
        for (String home : List.of("HELM_CACHE_HOME", "HELM_CONFIG_HOME", "HELM_DATA_HOME")) {
            environment.put(home, folder.resolve("helm").toString());
        }
        return environment;
    }

    @Override
    public void close() {
        client.close();
        end.run();
    }
}
