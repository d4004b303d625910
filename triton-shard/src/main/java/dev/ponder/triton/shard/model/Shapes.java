package dev.ponder.triton.shard.model;

import dev.ponder.triton.wire.ModelInferRequest;
import dev.ponder.triton.wire.ModelInferRequest.InferInputTensor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Refuses datatypes, shapes and batches that the model does not take. Pure. */
final class Shapes {

    private static final String BATCH_NOTE =
            " NOTE: Setting a non-zero max_batch_size in the model config requires a batch dimension to be prepended to each"
                    + " input shape. If you want to specify the full shape including the batch dim in your input dims config,"
                    + " try setting max_batch_size to zero. See the model configuration docs for more info on max_batch_size.";

    private Shapes() {}

    /** Looks at the inputs from the last to the first, as a real server's map of them gives them. */
    static Optional<Refusal> refusal(ModelDef model, ModelInferRequest request) {
        return request.getInputsList().reversed().stream()
                .map(input -> refusal(model, request, input))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The batch that all inputs must have: that of the last which has any. */
    static long batch(ModelInferRequest request) {
        return request.getInputsList().reversed().stream()
                .filter(input -> input.getShapeCount() > 0 && input.getShape(0) != 0)
                .mapToLong(input -> input.getShape(0))
                .findFirst()
                .orElse(1);
    }

    private static Optional<Refusal> refusal(ModelDef model, ModelInferRequest request, InferInputTensor input) {
        TensorDef expected = model.input(input.getName()).orElseThrow();
        if (!input.getDatatype().equals(expected.wireType())) {
            String got = Datatypes.exists(input.getDatatype()) ? input.getDatatype() : "<invalid>";
            return refuse(
                    request,
                    "inference input '" + input.getName() + "' data-type is '" + got + "', but model '" + model.name()
                            + "' expects '" + expected.wireType() + "'");
        }
        List<Long> wanted = model.wireShape(expected);
        if (model.maxBatchSize() > 0 && input.getShapeCount() == 0) {
            return refuse(
                    request,
                    "input '" + input.getName() + "' has no shape but model requires batch dimension for '"
                            + model.name() + "'");
        }
        if (!fits(wanted, input.getShapeList())) {
            String note = model.maxBatchSize() > 0 ? BATCH_NOTE : "";
            return refuse(
                    request,
                    "unexpected shape for input '" + input.getName() + "' for model '" + model.name() + "'. Expected "
                            + shown(wanted) + ", got " + shown(input.getShapeList()) + "." + note);
        }
        return batch(model, request, input);
    }

    private static Optional<Refusal> batch(ModelDef model, ModelInferRequest request, InferInputTensor input) {
        if (model.maxBatchSize() == 0) {
            return Optional.empty();
        }
        long batch = input.getShape(0);
        if (batch != 0 && batch != batch(request)) {
            return refuse(
                    request,
                    "input '" + input.getName() + "' batch size does not match other inputs for '" + model.name()
                            + "'");
        }
        return batch > model.maxBatchSize()
                ? refuse(
                        request,
                        "inference request batch-size must be <= " + model.maxBatchSize() + " for '" + model.name()
                                + "'")
                : Optional.empty();
    }

    private static boolean fits(List<Long> wanted, List<Long> got) {
        boolean fits = wanted.size() == got.size();
        for (int i = 0; fits && i < wanted.size(); i++) {
            fits = wanted.get(i) < 0 || wanted.get(i).equals(got.get(i));
        }
        return fits;
    }

    private static String shown(List<Long> shape) {
        return shape.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }

    private static Optional<Refusal> refuse(ModelInferRequest request, String message) {
        return Optional.of(Refusal.invalid(Validation.prefix(request) + message));
    }
}
