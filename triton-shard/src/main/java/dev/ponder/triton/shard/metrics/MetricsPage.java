package dev.ponder.triton.shard.metrics;

import dev.ponder.triton.shard.engine.EngineLoad;
import java.util.Locale;

/** The Prometheus page under the names of Triton and of its TensorRT-LLM backend, with a gauge that says what this is. Pure. */
public final class MetricsPage {

    private static final String REQUESTS = "nv_trt_llm_request_metrics";
    private static final String KV = "nv_trt_llm_kv_cache_block_metrics";
    private static final String BATCHER = "nv_trt_llm_inflight_batcher_metrics";

    private final String labels;
    private final StringBuilder page = new StringBuilder();

    private MetricsPage(String model) {
        this.labels = "model=\"" + model + "\",version=\"1\"";
    }

    /** Writes the page. */
    public static String of(String model, ShardCounters counters, EngineLoad load) {
        MetricsPage page = new MetricsPage(model);
        page.head("ponder_simulated", "gauge", "1: there is no GPU here, all figures are of a simulated one");
        page.page.append("ponder_simulated 1\n");
        page.requests(counters, load);
        page.engine(load);
        page.cache(load);
        return page.page.toString();
    }

    private void requests(ShardCounters counters, EngineLoad load) {
        head("nv_inference_request_success", "counter", "Number of successful inference requests");
        line("nv_inference_request_success", "", counters.successes());
        head("nv_inference_request_failure", "counter", "Number of failed inference requests");
        failure("REJECTED", counters.refusals());
        failure("CANCELED", counters.cancels());
        failure("BACKEND", counters.failures());
        failure("OTHER", 0);
        head("nv_inference_count", "counter", "Number of inferences performed");
        line("nv_inference_count", "", counters.successes());
        head("nv_inference_exec_count", "counter", "Number of model executions performed");
        line("nv_inference_exec_count", "", load.steps());
        head("nv_inference_pending_request_count", "gauge", "Instantaneous number of pending requests");
        line("nv_inference_pending_request_count", "", load.waiting());
    }

    private void failure(String reason, long count) {
        line("nv_inference_request_failure", "reason=\"" + reason + "\"", count);
    }

    private void engine(EngineLoad load) {
        head(REQUESTS, "gauge", "TRT LLM request metrics");
        int active = load.waiting() + load.context() + load.decoding();
        line(REQUESTS, "request_type=\"active\"", active);
        line(REQUESTS, "request_type=\"max\"", load.maxBatch());
        line(REQUESTS, "request_type=\"scheduled\"", load.context() + load.decoding());
        line(REQUESTS, "request_type=\"context\"", load.context());
        line(REQUESTS, "request_type=\"waiting\"", load.waiting());
        head(BATCHER, "gauge", "TRT LLM inflight_batcher-specific metrics");
        line(BATCHER, "inflight_batcher_specific_metric=\"generation_requests\"", load.decoding());
    }

    private void cache(EngineLoad load) {
        head(KV, "gauge", "TRT LLM KV cache block metrics");
        line(KV, "kv_cache_block_type=\"max\"", load.maxBlocks());
        line(KV, "kv_cache_block_type=\"free\"", load.maxBlocks() - load.usedBlocks());
        line(KV, "kv_cache_block_type=\"used\"", load.usedBlocks());
        line(KV, "kv_cache_block_type=\"tokens_per\"", load.blockTokens());
        line(KV, "kv_cache_block_type=\"fraction\"", fraction(load));
        head("ponder_simulated_tokens_total", "counter", "Tokens generated, those after a cancel included");
        line("ponder_simulated_tokens_total", "", load.tokens());
    }

    private static String fraction(EngineLoad load) {
        return String.format(Locale.ROOT, "%.6f", (double) load.usedBlocks() / load.maxBlocks());
    }

    private void head(String name, String type, String help) {
        page.append("# HELP ").append(name).append(' ').append(help).append('\n');
        page.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private void line(String name, String more, long value) {
        line(name, more, Long.toString(value));
    }

    private void line(String name, String more, String value) {
        String all = more.isEmpty() ? labels : labels + "," + more;
        page.append(name).append('{').append(all).append("} ").append(value).append('\n');
    }
}
