package dev.ponder.triton.shard.serve;

import dev.ponder.triton.shard.model.ModelDef;
import dev.ponder.triton.wire.InferParameter;
import dev.ponder.triton.wire.ModelInferRequest;
import dev.ponder.triton.wire.ModelInferResponse;

/** Messages of a stream, as Triton frames them. Pure. */
public final class Messages {

    private static final String FINAL = "triton_final_response";

    private Messages() {}

    /** A message about a request, marked as its last or not. */
    public static ModelInferResponse.Builder about(ModelInferRequest request, boolean last) {
        return ModelInferResponse.newBuilder()
                .setId(request.getId())
                .setModelName(request.getModelName())
                .setModelVersion(ModelDef.VERSION)
                .putParameters(
                        FINAL, InferParameter.newBuilder().setBoolParam(last).build());
    }

    /** A message without outputs, for an error or an end, which names no version. */
    public static ModelInferResponse bare(ModelInferRequest request, boolean last) {
        return about(request, last).clearModelVersion().build();
    }

    /** The end of a request without any output. */
    public static ModelInferResponse emptyFinal(ModelInferRequest request) {
        return bare(request, true);
    }

    /** The message with only the outputs that its request names, where it names any. */
    public static ModelInferResponse asked(ModelInferRequest request, ModelInferResponse message) {
        if (request.getOutputsCount() == 0) {
            return message;
        }
        ModelInferResponse.Builder held = message.toBuilder().clearOutputs().clearRawOutputContents();
        for (int i = 0; i < message.getOutputsCount(); i++) {
            String name = message.getOutputs(i).getName();
            boolean asked = request.getOutputsList().stream()
                    .anyMatch(output -> output.getName().equals(name));
            if (asked) {
                held.addOutputs(message.getOutputs(i)).addRawOutputContents(message.getRawOutputContents(i));
            }
        }
        return held.build();
    }
}
