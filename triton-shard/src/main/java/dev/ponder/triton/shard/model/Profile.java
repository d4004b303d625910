package dev.ponder.triton.shard.model;

import static dev.ponder.triton.wire.DataType.TYPE_BOOL;
import static dev.ponder.triton.wire.DataType.TYPE_FP32;
import static dev.ponder.triton.wire.DataType.TYPE_INT32;
import static dev.ponder.triton.wire.DataType.TYPE_STRING;
import static dev.ponder.triton.wire.DataType.TYPE_UINT64;

import java.util.List;

/** The two ways in which TensorRT-LLM models are served by Triton, told apart by their inputs. */
public enum Profile {
    /** Text in, cumulative text out, no batch dimension. */
    LLMAPI,
    /** Token ids in, new token ids out, batch dimension. */
    IFB;

    private static final String PLATFORM = "ponder-simulated";
    private static final int IFB_BATCH = 64;
    private static final long ANY = -1;

    /** The model of this profile, under a name. */
    public ModelDef model(String name) {
        return switch (this) {
            case LLMAPI -> new ModelDef(name, "python", PLATFORM, 0, true, llmapiInputs(), llmapiOutputs());
            case IFB -> new ModelDef(name, "tensorrtllm", PLATFORM, IFB_BATCH, true, ifbInputs(), ifbOutputs());
        };
    }

    private static List<TensorDef> llmapiInputs() {
        return List.of(
                TensorDef.required("text_input", TYPE_STRING, ANY),
                TensorDef.optional("streaming", TYPE_BOOL, 1),
                TensorDef.optional("stop", TYPE_BOOL, 1),
                TensorDef.optional("return_finish_reason", TYPE_BOOL, 1),
                TensorDef.optional("return_stop_reason", TYPE_BOOL, 1),
                TensorDef.optional("sampling_param_best_of", TYPE_INT32, 1),
                TensorDef.optional("sampling_param_temperature", TYPE_FP32, 1),
                TensorDef.optional("sampling_param_top_k", TYPE_INT32, 1),
                TensorDef.optional("sampling_param_top_p", TYPE_FP32, 1),
                TensorDef.optional("sampling_param_frequency_penalty", TYPE_FP32, 1),
                TensorDef.optional("sampling_param_presence_penalty", TYPE_FP32, 1),
                TensorDef.optional("sampling_param_max_tokens", TYPE_INT32, 1),
                TensorDef.optional("sampling_param_stop", TYPE_STRING, ANY),
                TensorDef.optional("sampling_param_seed", TYPE_UINT64, 1),
                TensorDef.optional("sampling_param_exclude_input_from_output", TYPE_BOOL, 1));
    }

    private static List<TensorDef> llmapiOutputs() {
        return List.of(
                TensorDef.required("text_output", TYPE_STRING, ANY),
                TensorDef.required("finish_reason", TYPE_STRING, ANY),
                TensorDef.required("stop_reason", TYPE_STRING, ANY));
    }

    private static List<TensorDef> ifbInputs() {
        return List.of(
                TensorDef.required("input_ids", TYPE_INT32, ANY),
                TensorDef.required("input_lengths", TYPE_INT32, 1),
                TensorDef.required("request_output_len", TYPE_INT32, 1),
                TensorDef.optional("end_id", TYPE_INT32, 1),
                TensorDef.optional("pad_id", TYPE_INT32, 1),
                TensorDef.optional("temperature", TYPE_FP32, 1),
                TensorDef.optional("runtime_top_k", TYPE_INT32, 1),
                TensorDef.optional("runtime_top_p", TYPE_FP32, 1),
                TensorDef.optional("seed", TYPE_UINT64, 1),
                TensorDef.optional("min_tokens", TYPE_INT32, 1),
                TensorDef.optional("exclude_input_in_output", TYPE_BOOL, 1),
                TensorDef.optional("stop", TYPE_BOOL, 1),
                TensorDef.optional("streaming", TYPE_BOOL, 1));
    }

    private static List<TensorDef> ifbOutputs() {
        return List.of(
                TensorDef.required("output_ids", TYPE_INT32, ANY, ANY),
                TensorDef.required("sequence_length", TYPE_INT32, ANY));
    }
}
