package dev.ponder.triton.shard.model;

import com.google.protobuf.ByteString;
import dev.ponder.triton.wire.ModelInferRequest;
import dev.ponder.triton.wire.ModelInferRequest.InferInputTensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Checks that each input has as many bytes as its shape asks for. Pure. */
final class TensorSizes {

    private TensorSizes() {}

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
        int size = Datatypes.size(model.input(input.getName()).orElseThrow().type());
        ByteString bytes = TensorBytes.bytes(request, index);
        long elements = elements(model, request, input);
        if (size == 0) {
            return strings(model, request, input, bytes, elements);
        }
        return bytes.size() == elements * size
                ? Optional.empty()
                : refuse(
                        request,
                        "input byte size mismatch for input '" + input.getName() + "' for model '" + model.name()
                                + "'. Expected " + elements * size + ", got " + bytes.size());
    }

    /** A batch of nothing counts as the batch of the other inputs. */
    private static long elements(ModelDef model, ModelInferRequest request, InferInputTensor input) {
        long elements = 1;
        for (int i = 0; i < input.getShapeCount(); i++) {
            boolean batch = i == 0 && model.maxBatchSize() > 0;
            elements *= batch ? Shapes.batch(request) : input.getShape(i);
        }
        return elements;
    }

    private static Optional<Refusal> strings(
            ModelDef model, ModelInferRequest request, InferInputTensor input, ByteString bytes, long elements) {
        String of = " for inference input '" + input.getName() + "' for model '" + model.name() + "', ";
        ByteBuffer rest = bytes.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        int found = 0;
        while (rest.hasRemaining()) {
            if (rest.remaining() < Integer.BYTES) {
                return refuse(
                        request,
                        "incomplete string length indicator" + of + "expecting 4 bytes but only " + rest.remaining()
                                + " bytes available. Please make sure the string length indicator is in one buffer.");
            }
            int length = rest.getInt();
            if (length < 0 || length > rest.remaining()) {
                return Optional.of(Refusal.ofBackend("incomplete string data for inference input '" + input.getName()
                        + "', expecting string of length " + Integer.toUnsignedString(length) + " but only "
                        + rest.remaining() + " bytes available"));
            }
            rest.position(rest.position() + length);
            found++;
        }
        return count(request, of, found, elements);
    }

    private static Optional<Refusal> count(ModelInferRequest request, String of, int found, long elements) {
        if (found > elements) {
            return refuse(
                    request, "unexpected number of string elements " + (elements + 1) + of + "expecting " + elements);
        }
        return found < elements
                ? refuse(request, "expected " + elements + " string elements" + of + "got " + found)
                : Optional.empty();
    }

    private static Optional<Refusal> refuse(ModelInferRequest request, String message) {
        return Optional.of(Refusal.invalid(Validation.prefix(request) + message));
    }
}
