package dev.ponder.triton.shard.model;

import com.google.protobuf.ByteString;
import dev.ponder.triton.wire.InferTensorContents;
import dev.ponder.triton.wire.ModelInferRequest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds the bytes of inputs: raw, little-endian, strings with their length in front; or typed contents. Pure. */
public final class TensorBytes {

    private TensorBytes() {}

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
