package dev.ponder.triton.shard.model;

import com.google.protobuf.ByteString;
import dev.ponder.triton.wire.InferTensorContents;
import dev.ponder.triton.wire.ModelInferRequest;
import dev.ponder.triton.wire.ModelInferRequest.InferInputTensor;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds and checks the bytes of inputs: raw, little-endian, strings with their length in front; or typed contents. Pure. */
public final class TensorBytes {

    private TensorBytes() {}

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
        boolean raw = request.getRawInputContentsCount() > 0;
        if (raw && input.hasContents()) {
            return Optional.of(
                    Refusal.invalid("contents field must not be specified when using raw_input_contents for '"
                            + input.getName() + "' for model '" + model.name() + "'"));
        }
        boolean absent = raw ? index >= request.getRawInputContentsCount() : !input.hasContents();
        if (absent) {
            return Optional.of(Refusal.invalid("unable to find data for input tensor '" + input.getName()
                    + "' for model '" + model.name() + "' in request."));
        }
        TensorDef expected = model.input(input.getName()).orElseThrow();
        return expected.wireType().equals(input.getDatatype())
                ? size(model, request, index, expected)
                : Optional.empty();
    }

    private static Optional<Refusal> size(ModelDef model, ModelInferRequest request, int index, TensorDef expected) {
        InferInputTensor input = request.getInputs(index);
        int size = Datatypes.size(expected.type());
        ByteString bytes = bytes(request, index);
        long elements = input.getShapeList().stream().reduce(1L, (a, b) -> a * b);
        if (size == 0) {
            return strings(model, request, input, bytes, elements);
        }
        return bytes.size() == elements * size
                ? Optional.empty()
                : Optional.of(Refusal.invalid(Validation.prefix(request) + "input byte size mismatch for input '"
                        + input.getName() + "' for model '" + model.name() + "'. Expected " + elements * size + ", got "
                        + bytes.size()));
    }

    private static Optional<Refusal> strings(
            ModelDef model, ModelInferRequest request, InferInputTensor input, ByteString bytes, long elements) {
        String of = " for inference input '" + input.getName() + "' for model '" + model.name() + "', expecting ";
        ByteBuffer rest = bytes.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        int found = 0;
        while (rest.hasRemaining()) {
            if (rest.remaining() < Integer.BYTES) {
                return Optional.of(
                        Refusal.invalid(Validation.prefix(request) + "incomplete string length indicator" + of
                                + "4 bytes but only " + rest.remaining()
                                + " bytes available. Please make sure the string length indicator is in one buffer."));
            }
            int length = rest.getInt();
            if (length < 0 || length > rest.remaining()) {
                return Optional.of(Refusal.invalid("incomplete string data for inference input '" + input.getName()
                        + "', expecting string of length " + Integer.toUnsignedString(length) + " but only "
                        + rest.remaining() + " bytes available"));
            }
            rest.position(rest.position() + length);
            found++;
        }
        return found == elements
                ? Optional.empty()
                : Optional.of(Refusal.invalid(
                        Validation.prefix(request) + "unexpected number of string elements " + found + of + elements));
    }

    /** The raw form of an input, wherever the request put it. */
    static ByteString bytes(ModelInferRequest request, int index) {
        return request.getRawInputContentsCount() > 0
                ? request.getRawInputContents(index)
                : ofContents(request.getInputs(index).getContents());
    }

    private static ByteString ofContents(InferTensorContents contents) {
        int room = Long.BYTES
                        * (contents.getIntContentsCount()
                                + contents.getInt64ContentsCount()
                                + contents.getUint64ContentsCount()
                                + contents.getFp32ContentsCount())
                + contents.getBoolContentsCount();
        ByteBuffer buffer = ByteBuffer.allocate(room).order(ByteOrder.LITTLE_ENDIAN);
        contents.getBoolContentsList().forEach(one -> buffer.put((byte) (one ? 1 : 0)));
        contents.getIntContentsList().forEach(buffer::putInt);
        contents.getInt64ContentsList().forEach(buffer::putLong);
        contents.getUint64ContentsList().forEach(buffer::putLong);
        contents.getFp32ContentsList().forEach(buffer::putFloat);
        return ByteString.copyFrom(buffer.flip()).concat(strings(contents));
    }

    private static ByteString strings(InferTensorContents contents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (ByteString one : contents.getBytesContentsList()) {
            out.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(one.size())
                    .array());
            out.writeBytes(one.toByteArray());
        }
        return ByteString.copyFrom(out.toByteArray());
    }

    /** Reads the first string of an input, or an empty one where it is absent. Only for requests that were not refused. */
    public static String text(ModelInferRequest request, String name) {
        return find(request, name)
                .map(bytes -> bytes.substring(
                        Integer.BYTES,
                        Integer.BYTES
                                + bytes.asReadOnlyByteBuffer()
                                        .order(ByteOrder.LITTLE_ENDIAN)
                                        .getInt()))
                .map(ByteString::toStringUtf8)
                .orElse("");
    }

    /** Reads a flag, false where it is absent. */
    public static boolean flag(ModelInferRequest request, String name) {
        return find(request, name).map(bytes -> bytes.byteAt(0) != 0).orElse(false);
    }

    /** Reads a whole number of up to eight bytes. */
    public static OptionalInt number(ModelInferRequest request, String name) {
        return find(request, name)
                .map(bytes -> OptionalInt.of(bytes.asReadOnlyByteBuffer()
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getInt()))
                .orElse(OptionalInt.empty());
    }

    /** Reads an input's 32-bit numbers. */
    public static int[] numbers(ModelInferRequest request, String name) {
        ByteBuffer bytes = find(request, name).orElse(ByteString.EMPTY).asReadOnlyByteBuffer();
        int[] numbers = new int[bytes.remaining() / Integer.BYTES];
        bytes.order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(numbers);
        return numbers;
    }

    private static Optional<ByteString> find(ModelInferRequest request, String name) {
        for (int i = 0; i < request.getInputsCount(); i++) {
            if (request.getInputs(i).getName().equals(name)) {
                return Optional.of(bytes(request, i));
            }
        }
        return Optional.empty();
    }
}
