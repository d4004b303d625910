package dev.ponder.triton.shard.metrics;

import dev.ponder.triton.shard.engine.EngineLoad;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What the TensorRT-LLM backend exports of a model that batches in flight. What the simulated GPU has none of stays 0: memory, blocks
 * used again, paused requests, a second micro batch, caches sent from elsewhere. Pure.
 */
final class BackendFigures {

    private static final String REQUESTS = "nv_trt_llm_request_metrics";
    private static final String MEMORY = "nv_trt_llm_runtime_memory_metrics";
    private static final String KV = "nv_trt_llm_kv_cache_block_metrics";
    private static final String DISAGGREGATED = "nv_trt_llm_disaggregated_serving_metrics";
    private static final String BATCHER = "nv_trt_llm_inflight_batcher_metrics";
    private static final String GENERAL = "nv_trt_llm_general_metrics";

    private BackendFigures() {}

    static void write(PageWriter page, Durations spent, EngineLoad load, Host host) {
        requests(page, load);
        page.family(MEMORY, "gauge", "TRT LLM runtime memory metrics")
                .line(MEMORY, "memory_type=\"cpu\"", host.heapBytes())
                .line(MEMORY, "memory_type=\"gpu\"", 0)
                .line(MEMORY, "memory_type=\"pinned\"", 0);
        cache(page, load);
        page.family(DISAGGREGATED, "counter", "TRT LLM disaggregated serving metrics")
                .line(DISAGGREGATED, "disaggregated_serving_type=\"kv_cache_transfer_ms\"", 0)
                .line(DISAGGREGATED, "disaggregated_serving_type=\"request_count\"", 0);
        batcher(page, load);
        page.family(GENERAL, "gauge", "General TRT LLM metrics")
                .line(GENERAL, "general_type=\"timestamp\"", ChronoUnit.MICROS.between(Instant.EPOCH, host.now()))
                .line(GENERAL, "general_type=\"iteration_counter\"", load.done().steps());
        lengths(page, spent);
    }

    private static void requests(PageWriter page, EngineLoad load) {
        int scheduled = load.context() + load.decoding();
        page.family(REQUESTS, "gauge", "TRT LLM request metrics")
                .line(REQUESTS, "request_type=\"active\"", load.waiting() + scheduled)
                .line(REQUESTS, "request_type=\"max\"", load.maxBatch())
                .line(REQUESTS, "request_type=\"scheduled\"", scheduled)
                .line(REQUESTS, "request_type=\"context\"", load.context())
                .line(REQUESTS, "request_type=\"waiting\"", load.waiting());
    }

    private static void cache(PageWriter page, EngineLoad load) {
        page.family(KV, "gauge", "TRT LLM KV cache block metrics")
                .line(KV, "kv_cache_block_type=\"max\"", load.maxBlocks())
                .line(KV, "kv_cache_block_type=\"free\"", load.maxBlocks() - load.usedBlocks())
                .line(KV, "kv_cache_block_type=\"used\"", load.usedBlocks())
                .line(KV, "kv_cache_block_type=\"tokens_per\"", load.blockTokens())
                .line(KV, "kv_cache_block_type=\"reused\"", 0)
                .line(
                        KV,
                        "kv_cache_block_type=\"fraction\"",
                        PageWriter.decimal((double) load.usedBlocks() / load.maxBlocks()));
    }

    private static void batcher(PageWriter page, EngineLoad load) {
        page.family(BATCHER, "gauge", "TRT LLM inflight_batcher-specific metrics")
                .line(BATCHER, "inflight_batcher_specific_metric=\"total_context_tokens\"", load.contextTokens())
                .line(BATCHER, "inflight_batcher_specific_metric=\"generation_requests\"", load.decoding())
                .line(BATCHER, "inflight_batcher_specific_metric=\"micro_batch_id\"", 0)
                .line(BATCHER, "inflight_batcher_specific_metric=\"paused_requests\"", 0);
    }

    private static void lengths(PageWriter page, Durations spent) {
        page.histogram(
                "nv_llm_output_token_len",
                "TRT LLM response metrics",
                "response_metric_type=\"total_output_tokens\"",
                spent.answerTokens());
        page.histogram(
                "nv_llm_input_token_len",
                "TRT LLM response metrics",
                "response_metric_type=\"total_input_tokens\"",
                spent.promptTokens());
    }
}
