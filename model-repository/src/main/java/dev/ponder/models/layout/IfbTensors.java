package dev.ponder.models.layout;

import static dev.ponder.models.layout.Tensor.Form.OPTIONAL_SCALAR;
import static dev.ponder.models.layout.Tensor.Form.RAGGED;
import static dev.ponder.models.layout.Tensor.Form.REQUIRED;
import static dev.ponder.models.layout.Tensor.Form.REQUIRED_SCALAR;
import static dev.ponder.triton.wire.DataType.TYPE_BOOL;
import static dev.ponder.triton.wire.DataType.TYPE_FP16;
import static dev.ponder.triton.wire.DataType.TYPE_FP32;
import static dev.ponder.triton.wire.DataType.TYPE_INT32;
import static dev.ponder.triton.wire.DataType.TYPE_INT64;
import static dev.ponder.triton.wire.DataType.TYPE_STRING;
import static dev.ponder.triton.wire.DataType.TYPE_UINT64;
import static dev.ponder.triton.wire.DataType.TYPE_UINT8;

import dev.ponder.triton.wire.DataType;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the engine's backend of TensorRT-LLM 1.x takes and gives; names of before 1.0 ({@code random_seed}, {@code min_length}) are not
 * among them. What encoders, images and prompt tables need is left out: Ponder serves text.
 */
final class IfbTensors {

    private static final long ANY = -1;
    private static final DataType LOGITS = TYPE_FP32;

    private IfbTensors() {}

    static List<Tensor> inputs() {
        return Stream.of(required(), sampling(), returned(), rest())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Tensor> required() {
        return List.of(
                Tensor.of("input_ids", TYPE_INT32, RAGGED, ANY),
                Tensor.of("input_lengths", TYPE_INT32, REQUIRED_SCALAR, 1),
                Tensor.of("request_output_len", TYPE_INT32, REQUIRED_SCALAR, 1));
    }

    private static List<Tensor> sampling() {
        return List.of(
                Tensor.of("num_return_sequences", TYPE_INT32, OPTIONAL_SCALAR, 1),
                Tensor.of("end_id", TYPE_INT32, OPTIONAL_SCALAR, 1),
                Tensor.of("pad_id", TYPE_INT32, OPTIONAL_SCALAR, 1),
                Tensor.of("stop_words_list", TYPE_INT32, RAGGED, 2, ANY),
                Tensor.of("bad_words_list", TYPE_INT32, RAGGED, 2, ANY),
                Tensor.of("embedding_bias", TYPE_FP32, RAGGED, ANY),
                Tensor.of("beam_width", TYPE_INT32, OPTIONAL_SCALAR, 1),
                Tensor.of("temperature", TYPE_FP32, OPTIONAL_SCALAR, 1),
                Tensor.of("runtime_top_k", TYPE_INT32, OPTIONAL_SCALAR, 1),
                Tensor.of("runtime_top_p", TYPE_FP32, OPTIONAL_SCALAR, 1),
                Tensor.of("runtime_top_p_min", TYPE_FP32, OPTIONAL_SCALAR, 1),
                Tensor.of("runtime_top_p_decay", TYPE_FP32, OPTIONAL_SCALAR, 1),
                Tensor.of("runtime_top_p_reset_ids", TYPE_INT32, OPTIONAL_SCALAR, 1),
                Tensor.of("len_penalty", TYPE_FP32, OPTIONAL_SCALAR, 1),
                Tensor.of("early_stopping", TYPE_BOOL, OPTIONAL_SCALAR, 1),
                Tensor.of("repetition_penalty", TYPE_FP32, OPTIONAL_SCALAR, 1),
                Tensor.of("min_tokens", TYPE_INT32, OPTIONAL_SCALAR, 1),
                Tensor.of("beam_search_diversity_rate", TYPE_FP32, OPTIONAL_SCALAR, 1),
                Tensor.of("presence_penalty", TYPE_FP32, OPTIONAL_SCALAR, 1),
                Tensor.of("frequency_penalty", TYPE_FP32, OPTIONAL_SCALAR, 1),
                Tensor.of("seed", TYPE_UINT64, OPTIONAL_SCALAR, 1));
    }

    private static List<Tensor> returned() {
        return List.of(
                Tensor.of("return_log_probs", TYPE_BOOL, OPTIONAL_SCALAR, 1),
                Tensor.of("return_context_logits", TYPE_BOOL, OPTIONAL_SCALAR, 1),
                Tensor.of("return_generation_logits", TYPE_BOOL, OPTIONAL_SCALAR, 1),
                Tensor.of("return_perf_metrics", TYPE_BOOL, OPTIONAL_SCALAR, 1),
                Tensor.of("return_num_input_tokens", TYPE_BOOL, OPTIONAL_SCALAR, 1),
                Tensor.of("return_num_output_tokens", TYPE_BOOL, OPTIONAL_SCALAR, 1),
                Tensor.of("exclude_input_in_output", TYPE_BOOL, OPTIONAL_SCALAR, 1),
                Tensor.of("stop", TYPE_BOOL, OPTIONAL_SCALAR, 1),
                Tensor.of("streaming", TYPE_BOOL, OPTIONAL_SCALAR, 1));
    }

    private static List<Tensor> rest() {
        return List.of(
                Tensor.of("draft_input_ids", TYPE_INT32, RAGGED, ANY),
                Tensor.of("draft_logits", LOGITS, RAGGED, ANY, ANY),
                Tensor.of("draft_acceptance_threshold", TYPE_FP32, OPTIONAL_SCALAR, 1),
                Tensor.of("lora_task_id", TYPE_UINT64, OPTIONAL_SCALAR, 1),
                Tensor.of("lora_weights", TYPE_FP16, RAGGED, ANY, ANY),
                Tensor.of("lora_config", TYPE_INT32, RAGGED, ANY, 3),
                Tensor.of("context_phase_params", TYPE_UINT8, RAGGED, ANY),
                Tensor.of("retention_token_range_starts", TYPE_INT32, RAGGED, ANY),
                Tensor.of("retention_token_range_ends", TYPE_INT32, RAGGED, ANY),
                Tensor.of("retention_token_range_priorities", TYPE_INT32, RAGGED, ANY),
                Tensor.of("retention_token_range_durations_ms", TYPE_INT32, RAGGED, ANY),
                Tensor.of("retention_decode_priority", TYPE_INT32, RAGGED, 1),
                Tensor.of("retention_decode_duration_ms", TYPE_INT32, RAGGED, 1),
                Tensor.of("guided_decoding_guide_type", TYPE_STRING, RAGGED, 1),
                Tensor.of("guided_decoding_guide", TYPE_STRING, RAGGED, 1),
                Tensor.of("lookahead_window_size", TYPE_INT32, RAGGED, 1),
                Tensor.of("lookahead_ngram_size", TYPE_INT32, RAGGED, 1),
                Tensor.of("lookahead_verification_set_size", TYPE_INT32, RAGGED, 1));
    }

    static List<Tensor> outputs() {
        return List.of(
                Tensor.of("output_ids", TYPE_INT32, REQUIRED, ANY, ANY),
                Tensor.of("sequence_length", TYPE_INT32, REQUIRED, ANY),
                Tensor.of("cum_log_probs", TYPE_FP32, REQUIRED, ANY),
                Tensor.of("output_log_probs", TYPE_FP32, REQUIRED, ANY, ANY),
                Tensor.of("context_logits", LOGITS, REQUIRED, ANY, ANY),
                Tensor.of("generation_logits", LOGITS, REQUIRED, ANY, ANY, ANY),
                Tensor.of("batch_index", TYPE_INT32, REQUIRED, 1),
                Tensor.of("sequence_index", TYPE_INT32, REQUIRED, 1),
                Tensor.of("context_phase_params", TYPE_UINT8, REQUIRED, ANY),
                Tensor.of("kv_cache_alloc_new_blocks", TYPE_INT32, REQUIRED, 1),
                Tensor.of("kv_cache_reused_blocks", TYPE_INT32, REQUIRED, 1),
                Tensor.of("kv_cache_alloc_total_blocks", TYPE_INT32, REQUIRED, 1),
                Tensor.of("arrival_time_ns", TYPE_INT64, REQUIRED, 1),
                Tensor.of("first_scheduled_time_ns", TYPE_INT64, REQUIRED, 1),
                Tensor.of("first_token_time_ns", TYPE_INT64, REQUIRED, 1),
                Tensor.of("last_token_time_ns", TYPE_INT64, REQUIRED, 1),
                Tensor.of("acceptance_rate", TYPE_FP32, REQUIRED, 1),
                Tensor.of("total_accepted_draft_tokens", TYPE_INT32, REQUIRED, 1),
                Tensor.of("total_draft_tokens", TYPE_INT32, REQUIRED, 1),
                Tensor.of("num_input_tokens", TYPE_INT32, REQUIRED, 1),
                Tensor.of("num_output_tokens", TYPE_INT32, REQUIRED, 1));
    }
}
