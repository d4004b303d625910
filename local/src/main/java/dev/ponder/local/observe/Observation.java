package dev.ponder.local.observe;

import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.Companion;
import dev.ponder.local.launch.FreePorts;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.launch.MetricsPage;
import dev.ponder.local.launch.Stack;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts what a stack is looked at with. What it starts ends with the stack, and its data go then. One thread. */
public final class Observation {

    private static final String PROMETHEUS = PrometheusServer.NAME;
    private static final String GRAFANA = "grafana";

    /** Often, since people look at runs of a minute. */
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Checkout checkout;
    private final Installed installed;

    Observation(Checkout checkout, Installed installed) {
        this.checkout = checkout;
        this.installed = installed;
    }

    /** With the programs on the PATH, and the rules and dashboards of a checkout. */
    public static Observation of(Checkout checkout) {
        return new Observation(checkout, Installed.here());
    }

    /** What to tell who asks for it in vain; nothing where Prometheus is installed. */
    public List<String> missing() {
        return installed.find(PROMETHEUS).isPresent()
                ? List.of()
                : List.of(
                        "No prometheus on the PATH, so nothing is observed. Install it, for example with",
                        "apt-get install prometheus or brew install prometheus, then ./ponder down and up --observe.");
    }

    /**
     * Starts Prometheus beside a stack, with an autoscaler that it asks too, and Grafana where one is installed; returns when they serve.
     *
     * @return their addresses by name
     * @throws LaunchException if Prometheus or the autoscaler is missing, or one does not start
     */
    public Map<String, String> start(Stack stack) throws IOException, InterruptedException, LaunchException {
        Path program = installed.find(PROMETHEUS).orElseThrow(() -> new LaunchException(String.join(" ", missing())));
        Map<String, String> pages = new LinkedHashMap<>();
        List<MetricsPage> asked = new ArrayList<>(stack.metricsPages());
        asked.add(new ObservedAutoscaler(checkout.service("autoscaler-service")).start(stack));
        String address =
                "http://" + new PrometheusServer(program, EVERY).start(stack, asked, checkout.rules(), FreePorts.one());
        pages.put(PROMETHEUS, address);
        Optional<Path> grafana = installed.find(GRAFANA, "grafana-server");
        if (grafana.isPresent()) {
            pages.put(GRAFANA, grafana(stack, grafana.orElseThrow(), address));
        }
        return pages;
    }

    private String grafana(Stack stack, Path program, String prometheus)
            throws IOException, InterruptedException, LaunchException {
        int port = FreePorts.one();
        Path home = stack.folder().resolve(GRAFANA);
        Path ini = new GrafanaFiles(home, port, prometheus, checkout.chart().resolve("dashboards")).write();
        URI ready = URI.create("http://127.0.0.1:" + port + "/api/health");
        stack.accompany(new Companion(GRAFANA, GrafanaCommand.of(program, ini), ready, home));
        return "http://127.0.0.1:" + port;
    }
}
