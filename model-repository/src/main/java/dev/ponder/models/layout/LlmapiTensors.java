package dev.ponder.models.layout;

import static dev.ponder.triton.wire.DataType.TYPE_BOOL;
import static dev.ponder.triton.wire.DataType.TYPE_FP32;
import static dev.ponder.triton.wire.DataType.TYPE_INT32;
import static dev.ponder.triton.wire.DataType.TYPE_INT64;
import static dev.ponder.triton.wire.DataType.TYPE_STRING;
import static dev.ponder.triton.wire.DataType.TYPE_UINT64;

import dev.ponder.models.layout.Tensor.Form;
import java.util.List;

/** What TensorRT-LLM's llmapi model takes and gives; without what reads addresses or files that a client names. */
final class LlmapiTensors {

    private static final long ANY = -1;

    private LlmapiTensors() {}

    static List<Tensor> inputs() {
        return List.of(
                Tensor.of("text_input", TYPE_STRING, Form.REQUIRED, ANY),
                Tensor.of("streaming", TYPE_BOOL, Form.OPTIONAL, 1),
                Tensor.of("sampling_param_best_of", TYPE_INT32, Form.OPTIONAL, 1),
                Tensor.of("sampling_param_temperature", TYPE_FP32, Form.OPTIONAL, 1),
                Tensor.of("sampling_param_top_k", TYPE_INT32, Form.OPTIONAL, 1),
                Tensor.of("sampling_param_top_p", TYPE_FP32, Form.OPTIONAL, 1),
                Tensor.of("sampling_param_frequency_penalty", TYPE_FP32, Form.OPTIONAL, 1),
                Tensor.of("sampling_param_presence_penalty", TYPE_FP32, Form.OPTIONAL, 1),
                Tensor.of("sampling_param_max_tokens", TYPE_INT32, Form.OPTIONAL, 1),
                Tensor.of("sampling_param_stop", TYPE_STRING, Form.OPTIONAL, ANY),
                Tensor.of("sampling_param_seed", TYPE_UINT64, Form.OPTIONAL, 1),
                Tensor.of("sampling_param_exclude_input_from_output", TYPE_BOOL, Form.OPTIONAL, 1),
                Tensor.of("sampling_param_return_perf_metrics", TYPE_BOOL, Form.OPTIONAL, 1),
                Tensor.of("return_finish_reason", TYPE_BOOL, Form.OPTIONAL, 1),
                Tensor.of("return_stop_reason", TYPE_BOOL, Form.OPTIONAL, 1),
                Tensor.of("return_cumulative_logprob", TYPE_BOOL, Form.OPTIONAL, 1),
                Tensor.of("stop", TYPE_BOOL, Form.OPTIONAL, 1));
    }

    static List<Tensor> outputs() {
        return List.of(
                Tensor.of("text_output", TYPE_STRING, Form.REQUIRED, ANY),
                Tensor.of("finish_reason", TYPE_STRING, Form.REQUIRED, ANY),
                Tensor.of("stop_reason", TYPE_STRING, Form.REQUIRED, ANY),
                Tensor.of("cumulative_logprob", TYPE_FP32, Form.REQUIRED, ANY),
                Tensor.of("kv_cache_reused_block", TYPE_INT32, Form.REQUIRED, ANY),
                Tensor.of("kv_cache_missed_block", TYPE_INT32, Form.REQUIRED, ANY),
                Tensor.of("kv_cache_alloc_new_blocks", TYPE_INT32, Form.REQUIRED, ANY),
                Tensor.of("kv_cache_alloc_total_blocks", TYPE_INT32, Form.REQUIRED, ANY),
                Tensor.of("kv_cache_hit_rate", TYPE_FP32, Form.REQUIRED, ANY),
                Tensor.of("arrival_time_ns", TYPE_INT64, Form.REQUIRED, 1),
                Tensor.of("first_scheduled_time_ns", TYPE_INT64, Form.REQUIRED, 1),
                Tensor.of("first_token_time_ns", TYPE_INT64, Form.REQUIRED, 1),
                Tensor.of("last_token_time_ns", TYPE_INT64, Form.REQUIRED, 1),
                Tensor.of("acceptance_rate", TYPE_FP32, Form.REQUIRED, 1),
                Tensor.of("total_accepted_draft_tokens", TYPE_INT32, Form.REQUIRED, 1),
                Tensor.of("total_draft_tokens", TYPE_INT32, Form.REQUIRED, 1));
    }
}
