package dev.ponder.it.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which module may use which. A service never uses a service; wires, contracts and mechanics use nothing above them. */
class ModuleDirectionsTest {

    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("contracts", Set.of()),
            Map.entry("mechanics", Set.of()),
            Map.entry("triton-wire", Set.of()),
            Map.entry("scaling", Set.of()),
            Map.entry("cache-wire", Set.of()),
            Map.entry("scaler-wire", Set.of()),
            Map.entry("channel-tls", Set.of()),
            Map.entry("access", Set.of("contracts")),
            Map.entry("dashboards", Set.of("contracts")),
            Map.entry("tracing", Set.of("contracts")),
            Map.entry("work-queue", Set.of("contracts", "mechanics")),
            Map.entry("triton-client", Set.of("mechanics", "triton-wire")),
            Map.entry("triton-shard", Set.of("mechanics", "triton-wire")),
            Map.entry("model-repository", Set.of("triton-wire")),
            Map.entry(
                    "router-service",
                    Set.of("access", "contracts", "mechanics", "cache-wire", "channel-tls", "tracing")),
            Map.entry(
                    "reasoner-service",
                    Set.of(
                            "access",
                            "contracts",
                            "mechanics",
                            "work-queue",
                            "triton-client",
                            "channel-tls",
                            "tracing")),
            Map.entry(
                    "cache-service",
                    Set.of("access", "contracts", "mechanics", "cache-wire", "channel-tls", "tracing")),
            Map.entry(
                    "autoscaler-service",
                    Set.of("access", "contracts", "mechanics", "scaler-wire", "channel-tls", "scaling", "tracing")),
            Map.entry("local", Set.of("access", "contracts", "mechanics", "scaling", "tracing")),
            Map.entry("images", Set.of("local")),
            Map.entry("test-kafka", Set.of("contracts", "local")),
            Map.entry(
                    "simulation",
                    Set.of("contracts", "mechanics", "work-queue", "tracing", "router-service", "reasoner-service")),
            Map.entry(
                    "load-tests",
                    Set.of(
                            "contracts",
                            "dashboards",
                            "mechanics",
                            "images",
                            "local",
                            "scaler-wire",
                            "work-queue",
                            "triton-client",
                            "triton-wire",
                            "tracing",
                            "reasoner-service",
                            "scaling",
                            "fleet-simulation",
                            "simulation")),
            Map.entry("cluster-tests", Set.of("access", "contracts", "images", "mechanics", "local")),
            Map.entry("fleet-simulation", Set.of("scaling", "triton-client")),
            Map.entry("integration-tests", Set.of()));

    @Test
    void areKept() {
        Map<String, Set<String>> allowed = new TreeMap<>();
        ALLOWED.forEach((module, uses) -> allowed.put(module, new TreeSet<>(uses)));

        Map<String, Set<String>> used = ModulePoms.compileDependencies();

        assertThat(used.keySet()).isSubsetOf(allowed.keySet());
        assertThat(used)
                .allSatisfy((module, uses) -> assertThat(allowed.get(module))
                        .as("what %s may use", module)
                        .containsAll(uses));
    }
}
