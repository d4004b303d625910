package dev.ponder.triton.shard.server;

import dev.ponder.triton.shard.model.ModelDef;
import dev.ponder.triton.wire.InferParameter;
import dev.ponder.triton.wire.ModelInferRequest;
import dev.ponder.triton.wire.ModelInferResponse;

/** Messages of a stream, as Triton frames them. Pure. */
final class StreamMessages {

    private static final String FINAL = "triton_final_response";

    private StreamMessages() {}

    /** A message about a request, marked as its last or not. */
    static ModelInferResponse.Builder about(ModelInferRequest request, boolean last) {
        return ModelInferResponse.newBuilder()
                .setId(request.getId())
                .setModelName(request.getModelName())
                .setModelVersion(ModelDef.VERSION)
                .putParameters(
                        FINAL, InferParameter.newBuilder().setBoolParam(last).build());
    }

    /** The end of a request without any output. */
    static ModelInferResponse emptyFinal(ModelInferRequest request) {
        return about(request, true).build();
    }
}
