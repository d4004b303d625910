package dev.ponder.local.launch;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a program of a stack tells its meters, in Prometheus's form.
 *
 * @param kind what it is: cache, router, reasoner, shard
 * @param name which one it is, as its log is called
 * @param address {@code host:port}
 * @param path of the page
 */
public record MetricsPage(String kind, String name, String address, String path) {

    private static final String SERVICE = "/q/metrics";

    public MetricsPage {
        requireNonNull(kind, "kind is null");
        requireNonNull(name, "name is null");
        requireNonNull(address, "address is null");
        requireNonNull(path, "path is null");
    }

    static List<MetricsPage> of(StackPorts ports) {
        List<MetricsPage> pages = new ArrayList<>();
        pages.add(new MetricsPage("cache", "cache", StackPorts.local(ports.cache()), SERVICE));
        services("router", ports.routers(), pages);
        services("reasoner", ports.reasoners(), pages);
        for (int i = 0; i < ports.shardMetrics().size(); i++) {
            String address = StackPorts.local(ports.shardMetrics().get(i));
            pages.add(new MetricsPage("shard", "shard-" + (i + 1), address, "/metrics"));
        }
        return pages;
    }

    private static void services(String kind, List<Integer> ports, List<MetricsPage> pages) {
        for (int i = 0; i < ports.size(); i++) {
            pages.add(new MetricsPage(
                    kind, Programs.numbered(kind, i + 1, ports), StackPorts.local(ports.get(i)), SERVICE));
        }
    }
}
