package dev.ponder.triton.client.profile;

import com.google.protobuf.ByteString;
import dev.ponder.triton.wire.ModelInferRequest;
import dev.ponder.triton.wire.ModelInferRequest.InferInputTensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Adds inputs to a request in Triton's raw form: little-endian, strings with their length in front (KServe binary extension).
 */
final class Tensors {

    private final ModelInferRequest.Builder request;
    private final boolean batched;

    /**
     * Adds to a request.
     *
     * @param batched whether shapes have a batch dimension of 1 in front
     */
    Tensors(ModelInferRequest.Builder request, boolean batched) {
        this.request = request;
        this.batched = batched;
    }

    Tensors text(String name, String value) {
        return add(name, "BYTES", encode(value), 1);
    }

    Tensors texts(String name, List<String> values) {
        ByteString all = values.stream().map(Tensors::encode).reduce(ByteString.EMPTY, ByteString::concat);
        return add(name, "BYTES", all, values.size());
    }

    Tensors flag(String name, boolean value) {
        return add(name, "BOOL", ByteString.copyFrom(new byte[] {(byte) (value ? 1 : 0)}), 1);
    }

    Tensors number(String name, int value) {
        return add(
                name,
                "INT32",
                ByteString.copyFrom(room(Integer.BYTES).putInt(value).flip()),
                1);
    }

    Tensors unsigned(String name, long value) {
        return add(
                name,
                "UINT64",
                ByteString.copyFrom(room(Long.BYTES).putLong(value).flip()),
                1);
    }

    Tensors real(String name, double value) {
        return add(
                name,
                "FP32",
                ByteString.copyFrom(room(Float.BYTES).putFloat((float) value).flip()),
                1);
    }

    Tensors numbers(String name, int[] values) {
        ByteBuffer bytes = room(values.length * Integer.BYTES);
        bytes.asIntBuffer().put(values);
        return add(name, "INT32", ByteString.copyFrom(bytes), values.length);
    }

    private Tensors add(String name, String datatype, ByteString raw, int elements) {
        InferInputTensor.Builder tensor =
                InferInputTensor.newBuilder().setName(name).setDatatype(datatype);
        if (batched) {
            tensor.addShape(1);
        }
        request.addInputs(tensor.addShape(elements)).addRawInputContents(raw);
        return this;
    }

    private static ByteString encode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteString.copyFrom(room(Integer.BYTES + bytes.length)
                .putInt(bytes.length)
                .put(bytes)
                .flip());
    }

    private static ByteBuffer room(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
