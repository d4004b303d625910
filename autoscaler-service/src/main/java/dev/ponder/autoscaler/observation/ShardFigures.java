package dev.ponder.autoscaler.observation;

import dev.ponder.mechanics.metrics.MetricsPage;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * What a shard's page says. Backends that are no TensorRT-LLM engine say none of the {@code nv_trt_llm_*} figures; every Triton server
 * says what waits before its backends.
 *
 * @param waiting requests that wait for room before and inside the engine
 * @param kvUse the share of KV blocks in use
 * @param outstandingTokens that the KV blocks in use hold
 */
record ShardFigures(OptionalDouble waiting, OptionalDouble kvUse, OptionalDouble outstandingTokens) {

    private static final String KV = "nv_trt_llm_kv_cache_block_metrics";
    private static final String KV_TYPE = "kv_cache_block_type";

    static ShardFigures of(MetricsPage page) {
        OptionalDouble inside = page.sum("nv_trt_llm_request_metrics", "request_type", "waiting");
        OptionalDouble before = page.sum("nv_inference_pending_request_count");
        OptionalDouble used = page.sum(KV, KV_TYPE, "used");
        OptionalDouble each = page.sum(KV, KV_TYPE, "tokens_per");
        return new ShardFigures(
                DoubleStream.concat(inside.stream(), before.stream()).reduce(Double::sum),
                page.sum(KV, KV_TYPE, "fraction"),
                used.isPresent() && each.isPresent()
                        ? OptionalDouble.of(used.orElseThrow() * each.orElseThrow())
                        : OptionalDouble.empty());
    }
}
