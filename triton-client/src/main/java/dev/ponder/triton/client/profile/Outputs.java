package dev.ponder.triton.client.profile;

import com.google.protobuf.ByteString;
import dev.ponder.triton.wire.ModelInferResponse;
import dev.ponder.triton.wire.ModelInferResponse.InferOutputTensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Reads outputs of a response by the datatype that the response itself names, raw or typed. Pure. */
final class Outputs {

    private Outputs() {}

    /** The first text of an output; empty where the output is not there. */
    static Optional<String> text(ModelInferResponse response, String name) throws UnreadableOutputException {
        int index = find(response, name);
        if (index < 0) {
            return Optional.empty();
        }
        InferOutputTensor tensor = response.getOutputs(index);
        require(tensor, "BYTES");
        if (index >= response.getRawOutputContentsCount()) {
            return tensor.getContents().getBytesContentsList().stream()
                    .findFirst()
                    .map(ByteString::toStringUtf8);
        }
        return Optional.of(firstString(response.getRawOutputContents(index), name));
    }

    private static String firstString(ByteString raw, String name) throws UnreadableOutputException {
        ByteBuffer bytes = raw.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        int length = bytes.remaining() < Integer.BYTES ? -1 : bytes.getInt();
        if (length < 0 || length > bytes.remaining()) {
            throw new UnreadableOutputException(name + " holds no whole string");
        }
        return raw.substring(Integer.BYTES, Integer.BYTES + length).toStringUtf8();
    }

    /** The numbers of an output; none where the output is not there. */
    static int[] numbers(ModelInferResponse response, String name) throws UnreadableOutputException {
        int index = find(response, name);
        if (index < 0) {
            return new int[0];
        }
        InferOutputTensor tensor = response.getOutputs(index);
        require(tensor, "INT32");
        if (index >= response.getRawOutputContentsCount()) {
            return tensor.getContents().getIntContentsList().stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        ByteBuffer bytes = response.getRawOutputContents(index).asReadOnlyByteBuffer();
        int[] numbers = new int[bytes.remaining() / Integer.BYTES];
        bytes.order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(numbers);
        return numbers;
    }

    private static void require(InferOutputTensor tensor, String datatype) throws UnreadableOutputException {
        if (!tensor.getDatatype().equals(datatype)) {
            throw new UnreadableOutputException(
                    tensor.getName() + " came as " + tensor.getDatatype() + " instead of " + datatype);
        }
    }

    private static int find(ModelInferResponse response, String name) {
        for (int i = 0; i < response.getOutputsCount(); i++) {
            if (response.getOutputs(i).getName().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
