package dev.ponder.triton.shard.model;

import dev.ponder.triton.wire.InferTensorContents;
import dev.ponder.triton.wire.ModelInferRequest;
import dev.ponder.triton.wire.ModelInferRequest.InferInputTensor;
import io.grpc.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks that each input's data is there, once, and where its datatype wants it. Pure. */
final class TensorPresence {

    private static final String SHARED_MEMORY = "shared_memory_region";

    private TensorPresence() {}

    static Optional<Refusal> refusal(ModelDef model, ModelInferRequest request) {
        for (int i = 0; i < request.getInputsCount(); i++) {
            Optional<Refusal> refusal = refusal(model, request, i);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refusal(ModelDef model, ModelInferRequest request, int index) {
        InferInputTensor input = request.getInputs(index);
        if (input.containsParameters(SHARED_MEMORY)) {
            String region = input.getParametersOrThrow(SHARED_MEMORY).getStringParam();
            return Optional.of(
                    new Refusal(Status.Code.NOT_FOUND, "Unable to find shared memory region: '" + region + "'"));
        }
        boolean raw = request.getRawInputContentsCount() > 0;
        String of = "'" + input.getName() + "' for model '" + model.name() + "'";
        if (raw && input.hasContents()) {
            return Optional.of(
                    Refusal.invalid("contents field must not be specified when using raw_input_contents for " + of));
        }
        boolean absent = raw ? index >= request.getRawInputContentsCount() : !input.hasContents();
        if (absent) {
            return Optional.of(Refusal.invalid("unable to find data for input tensor " + of + " in request."));
        }
        return raw ? Optional.empty() : elsewhere(model, input, of);
    }

    private static Optional<Refusal> elsewhere(ModelDef model, InferInputTensor input, String of) {
        String expected = model.input(input.getName()).orElseThrow().wireType();
        return filled(input.getContents())
                .filter(types -> !types.contains(expected))
                .findFirst()
                .map(types -> Refusal.invalid("unexpected explicit tensor data for input tensor " + of + " of type '"
                        + types.getFirst() + "', expected datatype '" + expected + "'"));
    }

    /** The datatypes that each field with values in it serves, its own name first. */
    private static Stream<List<String>> filled(InferTensorContents contents) {
        return Map.of(
                        List.of("BOOL"), contents.getBoolContentsCount(),
                        List.of("INT32", "INT16", "INT8"), contents.getIntContentsCount(),
                        List.of("INT64"), contents.getInt64ContentsCount(),
                        List.of("UINT32", "UINT16", "UINT8"), contents.getUintContentsCount(),
                        List.of("UINT64"), contents.getUint64ContentsCount(),
                        List.of("FP32"), contents.getFp32ContentsCount(),
                        List.of("FP64"), contents.getFp64ContentsCount(),
                        List.of("BYTES"), contents.getBytesContentsCount())
                .entrySet()
                .stream()
                .filter(field -> field.getValue() > 0)
                .map(Map.Entry::getKey);
    }
}
