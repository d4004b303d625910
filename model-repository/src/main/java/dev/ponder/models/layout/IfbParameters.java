package dev.ponder.models.layout;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of the engine's backend. It fails on a key that is not there and ignores one whose value is its own name in braces, so
 * all are written, and those that we do not set are left like that.
 */
final class IfbParameters {

    private static final List<String> UNSET = List.of(
            "encoder_model_path",
            "max_attention_window_size",
            "sink_token_length",
            "cross_kv_cache_fraction",
            "kv_cache_host_memory_bytes",
            "kv_cache_onboard_blocks",
            "enable_trt_overlap",
            "iter_stats_max_iterations",
            "request_stats_max_iterations",
            "normalize_log_probs",
            "gpu_device_ids",
            "participant_ids",
            "lora_cache_optimal_adapter_size",
            "lora_cache_max_adapter_size",
            "lora_cache_gpu_memory_fraction",
            "lora_cache_host_memory_bytes",
            "lora_prefetch_dir",
            "decoding_mode",
            "lookahead_window_size",
            "lookahead_ngram_size",
            "lookahead_verification_set_size",
            "medusa_choices",
            "eagle_choices",
            "gpu_weights_percent",
            "enable_context_fmha_fp32_acc",
            "multi_block_mode",
            "cuda_graph_mode",
            "cuda_graph_cache_size",
            "speculative_decoding_fast_logits",
            "tokenizer_dir",
            "guided_decoding_backend",
            "xgrammar_tokenizer_info_path",
            "max_tokens_in_paged_kv_cache",
            "num_nodes");

    private IfbParameters() {}

    /** All of them. */
    static Map<String, String> of(Serving serving) {
        Map<String, String> parameters = new LinkedHashMap<>();
        UNSET.forEach(key -> parameters.put(key, "${" + key + "}"));
        parameters.put("FORCE_CPU_ONLY_INPUT_TENSORS", "no");
        parameters.put("executor_worker_path", "/opt/tritonserver/backends/tensorrtllm/trtllmExecutorWorker");
        parameters.put("gpt_model_type", "inflight_fused_batching");
        parameters.put("gpt_model_path", serving.weights());
        parameters.put("max_beam_width", "1");
        parameters.put("batch_scheduler_policy", "guaranteed_no_evict");
        parameters.put("kv_cache_free_gpu_mem_fraction", Double.toString(serving.freeShare()));
        parameters.put("enable_kv_cache_reuse", "true");
        parameters.put("enable_chunked_context", "true");
        parameters.put("exclude_input_in_output", "true");
        parameters.put("cancellation_check_period_ms", Integer.toString(serving.cancelMillis()));
        parameters.put("stats_check_period_ms", "100");
        return parameters;
    }
}
