package dev.ponder.bench.dashboards;

import dev.ponder.bench.stack.AutoscalerProcess;
import dev.ponder.bench.stack.BenchStack;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.launch.MetricsPage;
import dev.ponder.local.launch.Stack;
import dev.ponder.local.launch.StackExtras;
import dev.ponder.local.launch.StackSettings;
import dev.ponder.local.observe.PrometheusServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All services as processes, the autoscaler among them, set up so that all that they can tell of happens within minutes. */
final class House implements AutoCloseable {

    private static final int REASONERS = 2;
    private static final int SLOTS = 8;
    private static final int STEP_MILLIS = 15;

    private final BenchStack stack;
    private final AutoscalerProcess autoscaler;
    private final int autoscalerPort;

    private House(BenchStack stack, AutoscalerProcess autoscaler, int autoscalerPort) {
        this.stack = stack;
        this.autoscaler = autoscaler;
        this.autoscalerPort = autoscalerPort;
    }

    /**
     * Starts it.
     *
     * @param grpcPort where the autoscaler serves KEDA
     * @param httpPort where its page is
     */
    static House start(int grpcPort, int httpPort, Consumer<String> log) throws LaunchException, InterruptedException {
        List<TenantId> tenants = new ArrayList<>(Crowd.OTHERS);
        tenants.add(Crowd.FLOOD);
        StackExtras extras = new StackExtras(router(), reasoner(), shard());
        StackSettings settings = StackSettings.DEFAULT
                .withReasoners(REASONERS)
                .withTenants(tenants)
                .withExtras(extras);
        BenchStack stack = BenchStack.start(settings, log);
        try {
            AutoscalerProcess autoscaler = AutoscalerProcess.start(autoscaler(stack.stack(), grpcPort, httpPort));
            return new House(stack, autoscaler, httpPort);
        } catch (LaunchException refused) {
            stack.close();
            throw refused;
        }
    }

    /** Waves, an allowance that one tenant uses up, and a share that it goes beyond. */
    private static Map<String, String> router() {
        return Map.of(
                "router.waves.first", "3",
                "router.admission.tokens-per-minute", "60000",
                "router.sharing.window-tokens", "6000");
    }

    /** Jobs are handed off soon, so that some are. */
    private static Map<String, String> reasoner() {
        return Map.of("reasoner.slots", String.valueOf(SLOTS), "reasoner.queue.hand-off", "5s");
    }

    private static List<String> shard() {
        return Stream.concat(
                        BenchStack.pacedShard(STEP_MILLIS, 2 * SLOTS).stream(),
                        Stream.of("--synthetic-tokens", "60", "--synthetic-cv", "0.5"))
                .toList();
    }

    private static Map<String, String> autoscaler(Stack stack, int grpcPort, int httpPort) {
        String pool = "autoscaler.pools.main.";
        Map<String, String> all = new HashMap<>();
        all.put("kafka.bootstrap.servers", stack.bootstrap());
        all.put("autoscaler.serving.port", String.valueOf(grpcPort));
        all.put("quarkus.http.host", "127.0.0.1");
        all.put("quarkus.http.port", String.valueOf(httpPort));
        all.put("autoscaler.loop.interval", "2s");
        all.put(pool + "min", "1");
        all.put(pool + "max", "4");
        all.put(pool + "replicas", "pages");
        all.put(pool + "reasoners", urls(stack, "reasoner"));
        all.put(pool + "shards", urls(stack, "shard"));
        all.put(pool + "replica.slots", String.valueOf(SLOTS));
        all.put(pool + "policies.cost-cap.price-per-replica-hour", "2.5");
        all.put(pool + "policies.cost-cap.most-per-hour", "7.5");
        all.put(pool + "offers.owned.replica-hour", "0.2");
        all.put(pool + "offers.owned.fixed-month", "2000");
        all.put(pool + "offers.owned.tokens-a-second", "150");
        all.put(pool + "offers.rented.replica-hour", "2.5");
        all.put(pool + "offers.rented.tokens-a-second", "150");
        return all;
    }

    private static String urls(Stack stack, String kind) {
        return stack.metricsPages().stream()
                .filter(page -> page.kind().equals(kind))
                .map(MetricsPage::url)
                .collect(Collectors.joining(","));
    }

    String bootstrap() {
        return stack.stack().bootstrap();
    }

    /** Starts a Prometheus that asks all services, and returns when it serves. */
    Prometheus observed(PrometheusServer server, int port) throws LaunchException, InterruptedException, IOException {
        List<MetricsPage> pages = new ArrayList<>(stack.stack().metricsPages());
        pages.add(new MetricsPage("autoscaler", "autoscaler", "127.0.0.1:" + autoscalerPort, "/q/metrics"));
        return new Prometheus(
                server.start(stack.stack(), pages, Checkout.current().rules(), port));
    }

    @Override
    public void close() {
        autoscaler.close();
        stack.close();
    }
}
