package dev.ponder.triton.shard.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.triton.shard.engine.EngineLoad;
import dev.ponder.triton.shard.engine.EngineWork;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MetricsPageTest {

    private static final EngineLoad LOAD =
            new EngineLoad(3, 2, 70, 4, 25, 100, 64, 8, new EngineWork(50, 90, 7_000_900, 9_000_000));
    private static final Host HOST = new Host(Instant.ofEpochSecond(1, 5_000), 0.25, 1_000, 600, 90);

    private final ShardCounters counters = new ShardCounters();

    private String page() {
        return MetricsPage.of("m", counters, LOAD, HOST);
    }

    /** All families and their types, as a Triton server and its TensorRT-LLM backend name them. */
    private static Map<String, String> types(String page) {
        Map<String, String> types = new TreeMap<>();
        page.lines().filter(line -> line.startsWith("# TYPE ")).forEach(line -> {
            String[] words = line.split(" ");
            types.put(words[2], words[3]);
        });
        return types;
    }

    @Test
    void hasTheFamiliesOfTritonAndItsBackend() {
        Map<String, String> expected = new TreeMap<>();
        List.of(
                        "nv_inference_request_success",
                        "nv_inference_request_failure",
                        "nv_inference_count",
                        "nv_inference_exec_count",
                        "nv_inference_request_duration_us",
                        "nv_inference_queue_duration_us",
                        "nv_inference_compute_input_duration_us",
                        "nv_inference_compute_infer_duration_us",
                        "nv_inference_compute_output_duration_us",
                        "nv_trt_llm_disaggregated_serving_metrics",
                        "ponder_simulated_tokens_total")
                .forEach(name -> expected.put(name, "counter"));
        List.of(
                        "nv_inference_pending_request_count",
                        "nv_cpu_utilization",
                        "nv_cpu_memory_total_bytes",
                        "nv_cpu_memory_used_bytes",
                        "nv_pinned_memory_pool_total_bytes",
                        "nv_pinned_memory_pool_used_bytes",
                        "nv_trt_llm_request_metrics",
                        "nv_trt_llm_runtime_memory_metrics",
                        "nv_trt_llm_kv_cache_block_metrics",
                        "nv_trt_llm_inflight_batcher_metrics",
                        "nv_trt_llm_general_metrics",
                        "ponder_simulated")
                .forEach(name -> expected.put(name, "gauge"));
        List.of("nv_inference_first_response_histogram_ms", "nv_llm_input_token_len", "nv_llm_output_token_len")
                .forEach(name -> expected.put(name, "histogram"));

        assertThat(types(page())).isEqualTo(expected);
    }

    @Test
    void helpsOnceWithEachFamilyAndGivesEachItsFigures() {
        List<String> lines = page().lines().toList();

        types(page()).keySet().forEach(name -> {
            assertThat(lines)
                    .filteredOn(line -> line.startsWith("# HELP " + name + " "))
                    .hasSize(1);
            assertThat(lines).anyMatch(line -> line.startsWith(name) && !line.startsWith("#"));
        });
    }

    @Test
    void countsWhatEndedWellAndForHowLong() {
        counters.succeeded(new Finished(60, 12, 1_500_000, 2_500_000, 600_000_000, 800_000_000));
        counters.succeeded(new Finished(5, 2_000, 500_000, 500_000, 100_000_000, 200_000_000));
        counters.failed();
        counters.cancelled();

        assertThat(page())
                .contains(
                        "nv_inference_request_success{model=\"m\",version=\"1\"} 2\n",
                        "nv_inference_request_failure{model=\"m\",version=\"1\",reason=\"CANCELED\"} 1\n",
                        "nv_inference_request_failure{model=\"m\",version=\"1\",reason=\"BACKEND\"} 1\n",
                        "nv_inference_request_duration_us{model=\"m\",version=\"1\"} 1000000\n",
                        "nv_inference_compute_input_duration_us{model=\"m\",version=\"1\"} 2000\n",
                        "nv_inference_compute_output_duration_us{model=\"m\",version=\"1\"} 3000\n",
                        "nv_inference_first_response_histogram_ms_bucket{model=\"m\",version=\"1\",le=\"100\"} 1\n",
                        "nv_inference_first_response_histogram_ms_bucket{model=\"m\",version=\"1\",le=\"500\"} 1\n",
                        "nv_inference_first_response_histogram_ms_bucket{model=\"m\",version=\"1\",le=\"+Inf\"} 2\n",
                        "nv_inference_first_response_histogram_ms_sum{model=\"m\",version=\"1\"} 700\n",
                        "nv_llm_output_token_len_bucket{model=\"m\",version=\"1\","
                                + "response_metric_type=\"total_output_tokens\",le=\"1000\"} 1\n",
                        "nv_llm_input_token_len_sum{model=\"m\",version=\"1\","
                                + "response_metric_type=\"total_input_tokens\"} 65\n");
    }

    @Test
    void saysWhatTheEngineDoes() {
        assertThat(page())
                .contains(
                        "nv_inference_exec_count{model=\"m\",version=\"1\"} 50\n",
                        "nv_inference_queue_duration_us{model=\"m\",version=\"1\"} 7000\n",
                        "nv_inference_compute_infer_duration_us{model=\"m\",version=\"1\"} 9000\n",
                        "nv_inference_pending_request_count{model=\"m\",version=\"1\"} 3\n",
                        "request_type=\"active\"} 9\n",
                        "request_type=\"scheduled\"} 6\n",
                        "kv_cache_block_type=\"free\"} 75\n",
                        "kv_cache_block_type=\"fraction\"} 0.250000\n",
                        "inflight_batcher_specific_metric=\"total_context_tokens\"} 70\n",
                        "inflight_batcher_specific_metric=\"generation_requests\"} 4\n",
                        "general_type=\"timestamp\"} 1000005\n",
                        "general_type=\"iteration_counter\"} 50\n",
                        "memory_type=\"cpu\"} 90\n",
                        "nv_cpu_utilization 0.250000\n",
                        "nv_cpu_memory_used_bytes 600\n");
    }
}
