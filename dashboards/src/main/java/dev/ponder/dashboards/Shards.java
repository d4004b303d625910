package dev.ponder.dashboards;

import dev.ponder.dashboards.promql.Series;

/** What every Triton server and its TensorRT-LLM backend say; the names are theirs. */
public final class Shards {

    public static final Series SUCCEEDED = Series.named("nv_inference_request_success");
    public static final Series FAILED = Series.named("nv_inference_request_failure");
    public static final Series PENDING = Series.named("nv_inference_pending_request_count");
    public static final Series STEPS = Series.named("nv_inference_exec_count");
    /** By {@link #REQUEST_TYPE}: active, max, scheduled, context, waiting. */
    public static final Series REQUESTS = Series.named("nv_trt_llm_request_metrics");
    /** By {@link #BLOCK_TYPE}: max, free, used, tokens_per, fraction. */
    public static final Series KV = Series.named("nv_trt_llm_kv_cache_block_metrics");
    /** Sequences that generate. */
    public static final Series BATCHER = Series.named("nv_trt_llm_inflight_batcher_metrics");

    public static final String REASON = "reason";
    public static final String REQUEST_TYPE = "request_type";
    public static final String BLOCK_TYPE = "kv_cache_block_type";
    public static final String BATCHER_METRIC = "inflight_batcher_specific_metric";

    private Shards() {}
}
