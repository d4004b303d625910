package dev.ponder.triton.client.profile;

import com.google.protobuf.ByteString;
import dev.ponder.triton.wire.ModelInferRequest;
import dev.ponder.triton.wire.ModelInferRequest.InferInputTensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds inputs to a request in Triton's raw form: little-endian, strings with their length in front (KServe binary extension).
 * Inputs that the model does not name are left out: a server refuses a request for one that it does not know.
 */
final class Tensors {

    private final ModelInferRequest.Builder request;
    private final boolean batched;
    private final Set<String> known;

    /**
     * Adds to a request.
     *
     * @param batched whether shapes have a batch dimension of 1 in front
     * @param known the inputs that the model's metadata names
     */
    Tensors(ModelInferRequest.Builder request, boolean batched, Set<String> known) {
        this.request = request;
        this.batched = batched;
        this.known = known;
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
        return numbers(name, new int[] {value});
    }

    Tensors numberIfSet(String name, @Nullable Integer value) {
        return value == null ? this : number(name, value);
    }

    Tensors unsignedIfSet(String name, @Nullable Long value) {
        return value == null
                ? this
                : add(
                        name,
                        "UINT64",
                        ByteString.copyFrom(room(Long.BYTES).putLong(value).flip()),
                        1);
    }

    Tensors real(String name, double value) {
        ByteBuffer bytes = room(Float.BYTES).putFloat((float) value);
        return add(name, "FP32", ByteString.copyFrom(bytes.flip()), 1);
    }

    Tensors numbers(String name, int[] values) {
        return add(name, "INT32", encode(values), values.length);
    }

    /** Numbers in rows of equal length. */
    Tensors matrix(String name, int[] values, int rows) {
        return add(name, "INT32", encode(values), rows, values.length / rows);
    }

    private Tensors add(String name, String datatype, ByteString raw, long... shape) {
        if (known.contains(name)) {
            InferInputTensor.Builder tensor =
                    InferInputTensor.newBuilder().setName(name).setDatatype(datatype);
            if (batched) {
                tensor.addShape(1);
            }
            for (long dimension : shape) {
                tensor.addShape(dimension);
            }
            request.addInputs(tensor).addRawInputContents(raw);
        }
        return this;
    }

    private static ByteString encode(int[] values) {
        ByteBuffer bytes = room(values.length * Integer.BYTES);
        bytes.asIntBuffer().put(values);
        return ByteString.copyFrom(bytes);
    }

    private static ByteString encode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer room =
                room(Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes);
        return ByteString.copyFrom(room.flip());
    }

    private static ByteBuffer room(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
