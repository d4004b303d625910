package dev.ponder.triton.client.metrics;

import static java.util.Objects.requireNonNull;

import dev.ponder.mechanics.metrics.MetricsPage;
import java.util.OptionalDouble;

/**
 * What a Triton server's metrics page says. What it does not hold is unknown, never zero: Python backends export none of the
 * {@code nv_trt_llm_*} figures. Pure.
 *
 * @param page as it was read
 */
public record MetricsText(MetricsPage page) {

    private static final String KV = "nv_trt_llm_kv_cache_block_metrics";
    private static final String REQUESTS = "nv_trt_llm_request_metrics";

    public MetricsText {
        requireNonNull(page, "page is null");
    }

    /** Reads a page; lines that are no samples, and values that are no numbers, are passed over. */
    public static MetricsText parse(String page) {
        return new MetricsText(MetricsPage.parse(page));
    }

    /** The share of KV blocks in use, 0 to 1, or nothing where the server does not say. */
    public OptionalDouble kvFraction() {
        return page.sum(KV, "kv_cache_block_type", "fraction");
    }

    /** KV blocks that are free, or nothing where the server does not say. */
    public OptionalDouble kvFreeBlocks() {
        return page.sum(KV, "kv_cache_block_type", "free");
    }

    /** Requests inside the engine, or nothing where the server does not say. */
    public OptionalDouble active() {
        return page.sum(REQUESTS, "request_type", "active");
    }

    /** Requests that wait inside the engine, or nothing where the server does not say. */
    public OptionalDouble waiting() {
        return page.sum(REQUESTS, "request_type", "waiting");
    }

    /** Requests that wait before the backend, which every Triton server says; nothing where it does not serve the model. */
    public OptionalDouble pending(String model) {
        return page.sum("nv_inference_pending_request_count", "model", model);
    }
}
