package dev.ponder.triton.shard.toy;

import static dev.ponder.triton.wire.DataType.TYPE_BOOL;
import static dev.ponder.triton.wire.DataType.TYPE_FP32;
import static dev.ponder.triton.wire.DataType.TYPE_INT32;
import static dev.ponder.triton.wire.DataType.TYPE_STRING;

import dev.ponder.triton.shard.model.ModelDef;
import dev.ponder.triton.shard.model.TensorDef;
import java.util.List;
import java.util.Locale;

/** The toy models. All have one signature. */
enum Toy {
    /** Tokens as they come, requests side by side. */
    LLM_STREAM(true, "python"),
    /** Tokens as they come, one request after the other. */
    LLM_SERIAL(true, "python"),
    /** One answer, one request after the other. */
    LLM_ONCE(false, "python"),
    /** {@link #LLM_STREAM} behind an ensemble. */
    ENSEMBLE(true, "ensemble");

    private static final int MAX_BATCH = 4;
    private static final long ANY = -1;

    private final boolean decoupled;
    private final String platform;

    Toy(boolean decoupled, String platform) {
        this.decoupled = decoupled;
        this.platform = platform;
    }

    String model() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean decoupled() {
        return decoupled;
    }

    ModelDef definition() {
        String backend = this == ENSEMBLE ? "" : platform;
        return new ModelDef(model(), backend, platform, MAX_BATCH, decoupled, inputs(), outputs());
    }

    private static List<TensorDef> inputs() {
        return List.of(
                TensorDef.required("text_input", TYPE_STRING, 1),
                TensorDef.required("max_tokens", TYPE_INT32, 1),
                TensorDef.optional("stream", TYPE_BOOL, 1),
                TensorDef.optional("temperature", TYPE_FP32, 1),
                TensorDef.optional("stop_words", TYPE_STRING, ANY));
    }

    private static List<TensorDef> outputs() {
        return List.of(
                TensorDef.required("text_output", TYPE_STRING, ANY),
                TensorDef.required("cum_log_probs", TYPE_FP32, ANY),
                TensorDef.required("output_log_probs", TYPE_FP32, ANY, ANY));
    }
}
