package dev.ponder.triton.client.profile;

import com.google.protobuf.ByteString;
import dev.ponder.triton.wire.InferTensorContents;
import dev.ponder.triton.wire.ModelInferResponse;
import dev.ponder.triton.wire.ModelInferResponse.InferOutputTensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Reads outputs of a response by the datatype that the response itself names, never by the model's metadata: real backends were
 * seen to send numbers as strings. Real servers send raw contents; typed contents are read where there are none. Pure.
 */
final class Outputs {

    private Outputs() {}

    /** The first text of an output; empty where the output is not there. */
    static Optional<String> text(ModelInferResponse response, String name) throws UnreadableOutputException {
        int index = find(response, name);
        if (index < 0) {
            return Optional.empty();
        }
        InferOutputTensor tensor = response.getOutputs(index);
        if (!tensor.getDatatype().equals("BYTES")) {
            throw unreadable(tensor);
        }
        if (index >= response.getRawOutputContentsCount()) {
            return tensor.getContents().getBytesContentsList().stream()
                    .findFirst()
                    .map(ByteString::toStringUtf8);
        }
        List<String> strings = RawStrings.read(response.getRawOutputContents(index), name);
        return strings.stream().findFirst();
    }

    /** The first text of an output that is of no use to fail for; empty where it is no text. */
    static Optional<String> textIfReadable(ModelInferResponse response, String name) {
        try {
            return text(response, name);
        } catch (UnreadableOutputException noText) {
            return Optional.empty();
        }
    }

    /** The numbers of an output; none where the output is not there. */
    static int[] numbers(ModelInferResponse response, String name) throws UnreadableOutputException {
        int index = find(response, name);
        if (index < 0) {
            return new int[0];
        }
        InferOutputTensor tensor = response.getOutputs(index);
        boolean raw = index < response.getRawOutputContentsCount();
        return raw ? raw(tensor, response.getRawOutputContents(index)) : typed(tensor);
    }

    private static int[] raw(InferOutputTensor tensor, ByteString raw) throws UnreadableOutputException {
        ByteBuffer bytes = raw.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        return switch (tensor.getDatatype()) {
            case "INT32", "UINT32" ->
                IntStream.generate(bytes::getInt)
                        .limit(bytes.remaining() / Integer.BYTES)
                        .toArray();
            case "INT64", "UINT64" ->
                narrow(LongStream.generate(bytes::getLong).limit(bytes.remaining() / Long.BYTES), tensor);
            case "BYTES" -> parse(RawStrings.read(raw, tensor.getName()), tensor);
            default -> throw unreadable(tensor);
        };
    }

    private static int[] typed(InferOutputTensor tensor) throws UnreadableOutputException {
        InferTensorContents contents = tensor.getContents();
        return switch (tensor.getDatatype()) {
            case "INT32" ->
                contents.getIntContentsList().stream()
                        .mapToInt(Integer::intValue)
                        .toArray();
            case "UINT32" ->
                contents.getUintContentsList().stream()
                        .mapToInt(Integer::intValue)
                        .toArray();
            case "INT64" -> narrow(contents.getInt64ContentsList().stream().mapToLong(Long::longValue), tensor);
            case "UINT64" -> narrow(contents.getUint64ContentsList().stream().mapToLong(Long::longValue), tensor);
            case "BYTES" ->
                parse(
                        contents.getBytesContentsList().stream()
                                .map(ByteString::toStringUtf8)
                                .toList(),
                        tensor);
            default -> throw unreadable(tensor);
        };
    }

    private static int[] narrow(LongStream numbers, InferOutputTensor tensor) throws UnreadableOutputException {
        try {
            return numbers.mapToInt(Math::toIntExact).toArray();
        } catch (ArithmeticException tooLarge) {
            throw unreadable(tensor);
        }
    }

    private static int[] parse(List<String> strings, InferOutputTensor tensor) throws UnreadableOutputException {
        try {
            return strings.stream().mapToInt(Integer::parseInt).toArray();
        } catch (NumberFormatException noNumber) {
            throw unreadable(tensor);
        }
    }

    private static UnreadableOutputException unreadable(InferOutputTensor tensor) {
        return new UnreadableOutputException(tensor.getName() + " came as " + tensor.getDatatype());
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
