package dev.ponder.triton.shard.server;

import com.google.protobuf.ByteString;
import dev.ponder.triton.shard.brain.Script;
import dev.ponder.triton.shard.model.TensorBytes;
import dev.ponder.triton.wire.ModelInferRequest;
import dev.ponder.triton.wire.ModelInferResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** How a profile carries text: the difference between the two is all here. Stateless. */
enum TextForm {
    /** Text in, cumulative text out. */
    LLMAPI {
        @Override
        String prompt(ModelInferRequest request) {
            return TensorBytes.text(request, "text_input");
        }

        @Override
        String maxTokensName() {
            return "sampling_param_max_tokens";
        }

        @Override
        String seedName() {
            return "sampling_param_seed";
        }

        @Override
        Script tokens(Script script) {
            return script;
        }

        @Override
        void write(ModelInferResponse.Builder response, Texts texts) {
            addTensor(response, "text_output", texts.datatype(), string(texts.whole()), 1);
            if (texts.last()) {
                addTensor(response, "finish_reason", "BYTES", string(texts.cut() ? "length" : "stop"), 1);
            }
        }
    },
    /** Token ids in, new token ids out; ids are bytes, so that no vocabulary is needed. */
    IFB {
        @Override
        String prompt(ModelInferRequest request) {
            int[] ids = TensorBytes.numbers(request, "input_ids");
            byte[] bytes = new byte[ids.length];
            for (int i = 0; i < ids.length; i++) {
                bytes[i] = (byte) ids[i];
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }

        @Override
        String maxTokensName() {
            return "request_output_len";
        }

        @Override
        String seedName() {
            return "seed";
        }

        @Override
        Script tokens(Script script) {
            List<String> bytes = new ArrayList<>();
            for (byte one : String.join("", script.tokens()).getBytes(StandardCharsets.UTF_8)) {
                bytes.add(new String(new byte[] {one}, StandardCharsets.ISO_8859_1));
            }
            return new Script(bytes);
        }

        @Override
        void write(ModelInferResponse.Builder response, Texts texts) {
            byte[] ids = texts.delta().getBytes(StandardCharsets.ISO_8859_1);
            ByteBuffer buffer = ByteBuffer.allocate(ids.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (byte id : ids) {
                buffer.putInt(Byte.toUnsignedInt(id));
            }
            addTensor(response, "output_ids", "INT32", ByteString.copyFrom(buffer.flip()), 1, 1, ids.length);
            addTensor(response, "sequence_length", "INT32", number(ids.length), 1, 1);
        }
    };

    /**
     * What is to be said in one message.
     *
     * @param delta the new text
     * @param whole all text so far
     * @param last whether it is the end
     * @param cut whether the token limit made it the end
     * @param datatype the name under which texts go out
     */
    record Texts(String delta, String whole, boolean last, boolean cut, String datatype) {}

    abstract String prompt(ModelInferRequest request);

    abstract String maxTokensName();

    abstract String seedName();

    abstract Script tokens(Script script);

    abstract void write(ModelInferResponse.Builder response, Texts texts);

    private static ByteString string(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return number(bytes.length).concat(ByteString.copyFrom(bytes));
    }

    private static ByteString number(int value) {
        ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        return ByteString.copyFrom(buffer.putInt(value).flip());
    }

    private static void addTensor(
            ModelInferResponse.Builder response, String name, String datatype, ByteString raw, long... shape) {
        ModelInferResponse.InferOutputTensor.Builder tensor =
                ModelInferResponse.InferOutputTensor.newBuilder().setName(name).setDatatype(datatype);
        for (long dim : shape) {
            tensor.addShape(dim);
        }
        response.addOutputs(tensor).addRawOutputContents(raw);
    }
}
