package dev.ponder.triton.shard.metrics;

import dev.ponder.triton.shard.engine.EngineLoad;

/** The Prometheus page under the names of Triton and of its TensorRT-LLM backend, with a gauge that says what this is. Pure. */
public final class MetricsPage {

    private MetricsPage() {}

    /** Writes the page of a server with one model. */
    public static String of(String model, ShardCounters counters, EngineLoad load, Host host) {
        PageWriter page = new PageWriter(model);
        page.server("ponder_simulated", "1: there is no GPU here, all figures are of a simulated one", "1");
        InferenceFigures.write(page, counters, load);
        server(page, host);
        BackendFigures.write(page, counters.durations(), load, host);
        page.counter(
                "ponder_simulated_tokens_total",
                "Tokens generated, those after a cancel included",
                load.done().tokens());
        return page.text();
    }

    /** Of the machine; memory that is pinned for a GPU there is none. */
    private static void server(PageWriter page, Host host) {
        page.server("nv_cpu_utilization", "CPU utilization rate [0.0 - 1.0]", PageWriter.decimal(host.cpu()));
        page.server("nv_cpu_memory_total_bytes", "CPU total memory (RAM), in bytes", bytes(host.memoryBytes()));
        page.server("nv_cpu_memory_used_bytes", "CPU used memory (RAM), in bytes", bytes(host.usedBytes()));
        page.server("nv_pinned_memory_pool_total_bytes", "Pinned memory pool total memory size, in bytes", "0");
        page.server("nv_pinned_memory_pool_used_bytes", "Pinned memory pool used memory size, in bytes", "0");
    }

    private static String bytes(long count) {
        return Long.toString(count);
    }
}
