package dev.ponder.models.layout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.ponder.models.sizing.KvType;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes {@code model.yaml}: the arguments of TensorRT-LLM's {@code LLM}, and what its model tells Triton. Pure. */
final class LlmapiSettings {

    private static final ObjectMapper YAML = new YAMLMapper();

    private LlmapiSettings() {}

    static String text(Serving serving) {
        try {
            return YAML.writeValueAsString(of(serving));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a map of words and numbers can be written", impossible);
        }
    }

    private static Map<String, Object> of(Serving serving) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("model", serving.weights());
        settings.put("backend", "pytorch");
        settings.put("tensor_parallel_size", serving.ranks().tensor());
        settings.put("pipeline_parallel_size", serving.ranks().pipeline());
        settings.put("max_batch_size", serving.batch());
        settings.put("max_num_tokens", serving.stepTokens());
        settings.put("max_seq_len", serving.sequence());
        settings.put("enable_chunked_prefill", true);
        settings.put("kv_cache_config", cache(serving));
        settings.put(
                "triton_config",
                Map.of("max_batch_size", 0, "decoupled", true, "cancellation_check_period_ms", serving.cancelMillis()));
        return settings;
    }

    private static Map<String, Object> cache(Serving serving) {
        Map<String, Object> cache = new LinkedHashMap<>();
        cache.put("free_gpu_memory_fraction", serving.freeShare());
        cache.put("enable_block_reuse", true);
        cache.put("dtype", kvType(serving.kv()));
        return cache;
    }

    private static String kvType(KvType type) {
        return switch (type) {
            case BF16 -> "auto";
            case FP8 -> "fp8";
            case INT8 ->
                throw new IllegalArgumentException(
                        "llmapi has no keys and values of int8; ask for --kv bf16 or fp8, or --profile ifb");
        };
    }
}
