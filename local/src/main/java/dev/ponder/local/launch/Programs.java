package dev.ponder.local.launch;

import dev.ponder.contracts.id.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The programs of a stack, as the jars that ship want to be told. Stateless beyond what it was made with. */
final class Programs {

    private static final String HEAP = "256m";
    private static final String BRAIN = "--brain";
    /** Who answers in a shard, the first that can; what neither can is said to be unsolved. */
    private static final String BRAINS = "recorded,symbolic";

    private final Checkout checkout;
    private final StackSettings settings;
    private final StackPorts ports;
    private final WorkFolder folder;

    Programs(Checkout checkout, StackSettings settings, StackPorts ports, WorkFolder folder) {
        this.checkout = checkout;
        this.settings = settings;
        this.ports = ports;
        this.folder = folder;
    }

    /** Where Kafka clients connect. */
    String bootstrap() {
        return settings.extras().kafka().orElseGet(ports::bootstrap);
    }

    Program broker() throws LaunchException {
        List<String> arguments = List.of(
                "--dir",
                folder.state("broker").toString(),
                "--port",
                String.valueOf(ports.broker()),
                "--controller-port",
                String.valueOf(ports.controller()));
        return new Program(
                "broker",
                "broker",
                checkout.jar("local"),
                "dev.ponder.local.broker.BrokerMain",
                "512m",
                folder.scratch().properties(),
                arguments,
                Readiness.Announced.JSON);
    }

    List<Program> shards() throws LaunchException {
        List<Program> shards = new ArrayList<>();
        for (int i = 0; i < settings.shards(); i++) {
            shards.add(shard(i));
        }
        return shards;
    }

    private Program shard(int index) throws LaunchException {
        List<String> arguments = new ArrayList<>(List.of(
                "--grpc-port",
                String.valueOf(ports.shards().get(index)),
                "--metrics-port",
                String.valueOf(ports.shardMetrics().get(index))));
        if (!settings.extras().shard().contains(BRAIN)) { // Named twice, brains would be asked one after the other.
            arguments.addAll(List.of(BRAIN, BRAINS));
        }
        arguments.addAll(List.of("--answers", checkout.sampleAnswers().toString()));
        settings.answers().forEach(file -> arguments.addAll(List.of("--answers", file.toString())));
        arguments.addAll(settings.extras().shard());
        return new Program(
                "shard",
                "shard-" + (index + 1),
                checkout.jar("triton-shard"),
                "",
                "384m",
                folder.scratch().properties(),
                arguments,
                Readiness.Announced.JSON);
    }

    Program cache() throws LaunchException {
        Map<String, String> own = new HashMap<>(settings.extras().cache());
        own.put("cache.grpc.port", String.valueOf(ports.cacheGrpc()));
        own.put("cache.storage.directory", folder.state("cache").toString());
        return service("cache", "cache", ports.cache(), own);
    }

    List<Program> routers() throws LaunchException {
        List<Program> routers = new ArrayList<>();
        for (int port : ports.routers()) {
            routers.add(router(numbered("router", routers.size() + 1, ports.routers()), port));
        }
        return routers;
    }

    private Program router(String name, int port) throws LaunchException {
        Map<String, String> own = new HashMap<>(settings.extras().router());
        own.put("router.lookup.address", StackPorts.local(ports.cacheGrpc()));
        String tenants = settings.tenants().stream().map(TenantId::value).collect(Collectors.joining(","));
        own.putIfAbsent("ponder.tenants", tenants);
        return service("router", name, port, own);
    }

    /** One alone needs no number. */
    static String numbered(String name, int number, List<Integer> all) {
        return all.size() == 1 ? name : name + "-" + number;
    }

    List<Program> reasoners() throws LaunchException {
        List<Program> reasoners = new ArrayList<>();
        for (int port : ports.reasoners()) {
            reasoners.add(reasoner(numbered("reasoner", reasoners.size() + 1, ports.reasoners()), port));
        }
        return reasoners;
    }

    private Program reasoner(String name, int port) throws LaunchException {
        Map<String, String> own = new HashMap<>(settings.extras().reasoner());
        own.put("reasoner.engine.shards", StackPorts.local(ports.shards()));
        return service("reasoner", name, port, own, settings.extras().reasonerHeap());
    }

    private Program service(String kind, String name, int port, Map<String, String> own) throws LaunchException {
        return service(kind, name, port, own, HEAP);
    }

    private Program service(String kind, String name, int port, Map<String, String> own, String heap)
            throws LaunchException {
        Map<String, String> properties = new HashMap<>(folder.scratch().properties());
        properties.putAll(own);
        properties.put("kafka.bootstrap.servers", bootstrap());
        properties.put("quarkus.otel.sdk.disabled", "false");
        properties.put("quarkus.http.host", "127.0.0.1");
        properties.put("quarkus.http.port", String.valueOf(port));
        properties.put("ponder.trace.file", folder.trace(name).toString());
        return new Program(
                kind,
                name,
                checkout.service(kind + "-service"),
                "",
                heap,
                properties,
                List.of(),
                Readiness.Healthy.onPort(port));
    }
}
