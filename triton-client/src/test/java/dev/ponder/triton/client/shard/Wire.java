package dev.ponder.triton.client.shard;

import com.google.protobuf.ByteString;
import dev.ponder.triton.wire.InferParameter;
import dev.ponder.triton.wire.ModelInferResponse;
import dev.ponder.triton.wire.ModelInferResponse.InferOutputTensor;
import dev.ponder.triton.wire.ModelStreamInferResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Messages as a server writes them, byte by byte. */
final class Wire {

    static final Map<String, List<Long>> LLMAPI = Map.ofEntries(
            Map.entry("text_input", List.of(-1L)),
            Map.entry("streaming", List.of(1L)),
            Map.entry("stop", List.of(1L)),
            Map.entry("return_finish_reason", List.of(1L)),
            Map.entry("sampling_param_max_tokens", List.of(1L)),
            Map.entry("sampling_param_temperature", List.of(1L)),
            Map.entry("sampling_param_top_p", List.of(1L)),
            Map.entry("sampling_param_top_k", List.of(1L)),
            Map.entry("sampling_param_stop", List.of(-1L)),
            Map.entry("sampling_param_seed", List.of(1L)),
            Map.entry("sampling_param_exclude_input_from_output", List.of(1L)));

    static final Map<String, List<Long>> IFB = Map.ofEntries(
            Map.entry("input_ids", List.of(-1L, -1L)),
            Map.entry("input_lengths", List.of(-1L, 1L)),
            Map.entry("request_output_len", List.of(-1L, 1L)),
            Map.entry("end_id", List.of(-1L, 1L)),
            Map.entry("stop_words_list", List.of(-1L, 2L, -1L)),
            Map.entry("runtime_top_k", List.of(-1L, 1L)),
            Map.entry("runtime_top_p", List.of(-1L, 1L)),
            Map.entry("temperature", List.of(-1L, 1L)),
            Map.entry("random_seed", List.of(-1L, 1L)),
            Map.entry("stop", List.of(-1L, 1L)),
            Map.entry("streaming", List.of(-1L, 1L)));

    private Wire() {}

    /** Text so far, cut at a byte as an engine does that does not look at characters. */
    static ModelStreamInferResponse text(String id, String cumulative, int bytes, boolean last) {
        byte[] utf8 = cumulative.getBytes(StandardCharsets.UTF_8);
        // A detokeniser writes U+FFFD for half a character; it never sends broken UTF-8.
        String soFar = new String(utf8, 0, Math.min(bytes, utf8.length), StandardCharsets.UTF_8);
        return message(id, last)
                .setInferResponse(response(id, last).mergeFrom(output("text_output", "BYTES", string(soFar))))
                .build();
    }

    static ModelStreamInferResponse text(String id, String cumulative, boolean last) {
        return text(id, cumulative, Integer.MAX_VALUE, last);
    }

    static ModelStreamInferResponse ids(String id, boolean last, int... ids) {
        ByteBuffer raw = ByteBuffer.allocate(ids.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asIntBuffer().put(ids);
        return with(id, last, output("output_ids", "INT32", ByteString.copyFrom(raw), 1, 1, ids.length));
    }

    static ModelStreamInferResponse with(String id, boolean last, ModelInferResponse outputs) {
        return message(id, last)
                .setInferResponse(response(id, last).mergeFrom(outputs))
                .build();
    }

    static ModelInferResponse output(String name, String datatype, ByteString raw, long... shape) {
        InferOutputTensor.Builder tensor =
                InferOutputTensor.newBuilder().setName(name).setDatatype(datatype);
        for (long dimension : shape) {
            tensor.addShape(dimension);
        }
        return ModelInferResponse.newBuilder()
                .addOutputs(tensor)
                .addRawOutputContents(raw)
                .build();
    }

    static ByteString string(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer raw = ByteBuffer.allocate(Integer.BYTES + utf8.length).order(ByteOrder.LITTLE_ENDIAN);
        return ByteString.copyFrom(raw.putInt(utf8.length).put(utf8).flip());
    }

    static ModelStreamInferResponse emptyFinal(String id) {
        return message(id, true).build();
    }

    /** A refusal before inference: the id alone, no final mark. */
    static ModelStreamInferResponse refusal(String id, String message) {
        return ModelStreamInferResponse.newBuilder()
                .setErrorMessage(message)
                .setInferResponse(ModelInferResponse.newBuilder().setId(id))
                .build();
    }

    /** An error of the backend, with the final mark as it set it. */
    static ModelStreamInferResponse backendError(String id, String message, boolean last) {
        return message(id, last).setErrorMessage(message).build();
    }

    private static ModelStreamInferResponse.Builder message(String id, boolean last) {
        return ModelStreamInferResponse.newBuilder().setInferResponse(response(id, last));
    }

    private static ModelInferResponse.Builder response(String id, boolean last) {
        return ModelInferResponse.newBuilder()
                .setId(id)
                .setModelName("tensorrt_llm")
                .setModelVersion("1")
                .putParameters(
                        "triton_final_response",
                        InferParameter.newBuilder().setBoolParam(last).build());
    }
}
