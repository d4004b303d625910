package dev.ponder.triton.shard.toy;

import com.google.protobuf.ByteString;
import dev.ponder.triton.shard.serve.Messages;
import dev.ponder.triton.wire.ModelInferRequest;
import dev.ponder.triton.wire.ModelInferResponse;
import dev.ponder.triton.wire.ModelInferResponse.InferOutputTensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The messages of a toy, all three outputs in them. Pure. */
final class ToyMessages {

    private static final float LOG_PROB = -0.5f;

    private ToyMessages() {}

    static ModelInferResponse text(ModelInferRequest request, String text, int tokens, boolean last) {
        int count = Math.max(1, tokens);
        ByteBuffer probabilities = buffer(count * Float.BYTES);
        for (int i = 0; i < count; i++) {
            probabilities.putFloat(LOG_PROB);
        }
        return Messages.about(request, last)
                .addOutputs(output("text_output", "BYTES", 1, 1))
                .addRawOutputContents(string(text))
                .addOutputs(output("cum_log_probs", "FP32", 1, 1))
                .addRawOutputContents(ByteString.copyFrom(
                        buffer(Float.BYTES).putFloat(LOG_PROB * tokens).flip()))
                .addOutputs(output("output_log_probs", "FP32", 1, 1, count))
                .addRawOutputContents(ByteString.copyFrom(probabilities.flip()))
                .build();
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteString string(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteString.copyFrom(buffer(Integer.BYTES).putInt(bytes.length).flip())
                .concat(ByteString.copyFrom(bytes));
    }

    private static InferOutputTensor output(String name, String datatype, long... shape) {
        InferOutputTensor.Builder tensor =
                InferOutputTensor.newBuilder().setName(name).setDatatype(datatype);
        for (long dimension : shape) {
            tensor.addShape(dimension);
        }
        return tensor.build();
    }
}
