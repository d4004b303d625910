package dev.ponder.bench.overhead;

import com.google.protobuf.ByteString;
import dev.ponder.triton.client.text.ThinkSplitter;
import dev.ponder.triton.wire.GRPCInferenceServiceGrpc.GRPCInferenceServiceStub;
import dev.ponder.triton.wire.InferParameter;
import dev.ponder.triton.wire.ModelInferRequest;
import dev.ponder.triton.wire.ModelInferResponse;
import dev.ponder.triton.wire.ModelStreamInferResponse;
import io.grpc.stub.StreamObserver;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** One generation on a shard of the {@code llmapi} profile, without any of our client: what everything else is held against. */
final class DirectCall implements Iterable<ModelStreamInferResponse> {

    private static final String FINAL = "triton_final_response";
    private static final ModelStreamInferResponse ENDED = ModelStreamInferResponse.getDefaultInstance();
    private static final int MAX_TOKENS = 4096;

    private final BlockingQueue<ModelStreamInferResponse> messages = new LinkedBlockingQueue<>();

    private DirectCall() {}

    static DirectCall start(GRPCInferenceServiceStub shard, String id, String prompt) {
        DirectCall call = new DirectCall();
        StreamObserver<ModelInferRequest> out = shard.modelStreamInfer(call.new Listener());
        out.onNext(request(id, prompt));
        out.onCompleted();
        return call;
    }

    private static ModelInferRequest request(String id, String prompt) {
        return ModelInferRequest.newBuilder()
                .setModelName("tensorrt_llm")
                .setId(id)
                .putParameters(
                        "triton_enable_empty_final_response",
                        InferParameter.newBuilder().setBoolParam(true).build())
                .addInputs(tensor("text_input", "BYTES"))
                .addInputs(tensor("streaming", "BOOL"))
                .addInputs(tensor("sampling_param_max_tokens", "INT32"))
                .addInputs(tensor("sampling_param_exclude_input_from_output", "BOOL"))
                .addRawInputContents(bytes(prompt))
                .addRawInputContents(ByteString.copyFrom(new byte[] {1}))
                .addRawInputContents(number(MAX_TOKENS))
                .addRawInputContents(ByteString.copyFrom(new byte[] {1}))
                .build();
    }

    private static ModelInferRequest.InferInputTensor tensor(String name, String datatype) {
        return ModelInferRequest.InferInputTensor.newBuilder()
                .setName(name)
                .setDatatype(datatype)
                .addShape(1)
                .build();
    }

    private static ByteString bytes(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        return number(encoded.length).concat(ByteString.copyFrom(encoded));
    }

    private static ByteString number(int value) {
        ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        return ByteString.copyFrom(buffer.putInt(value).flip());
    }

    /** Whether a message brings words; the tag that opens a thought is none, and ours does not publish it. */
    static boolean hasWords(ModelStreamInferResponse message) {
        ByteString text = textOf(message);
        return !text.isEmpty() && !text.toStringUtf8().equals(ThinkSplitter.OPEN);
    }

    /** The text of a message, or nothing where it carries none. */
    static ByteString textOf(ModelStreamInferResponse message) {
        ModelInferResponse response = message.getInferResponse();
        for (int i = 0; i < response.getOutputsCount(); i++) {
            if (response.getOutputs(i).getName().equals("text_output")) {
                return response.getRawOutputContents(i).substring(Integer.BYTES);
            }
        }
        return ByteString.EMPTY;
    }

    /** Gives messages as they come, up to and with the final one; blocks in between. */
    @Override
    public Iterator<ModelStreamInferResponse> iterator() {
        return new Iterator<>() {
            private boolean ended;

            @Override
            public boolean hasNext() {
                return !ended;
            }

            @Override
            public ModelStreamInferResponse next() {
                ModelStreamInferResponse message = await();
                ended = message.equals(ENDED) || isFinal(message);
                return message;
            }
        };
    }

    private ModelStreamInferResponse await() {
        try {
            return messages.take();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return ENDED;
        }
    }

    private static boolean isFinal(ModelStreamInferResponse message) {
        return !message.getErrorMessage().isEmpty()
                || message.getInferResponse()
                        .getParametersOrDefault(FINAL, InferParameter.getDefaultInstance())
                        .getBoolParam();
    }

    private final class Listener implements StreamObserver<ModelStreamInferResponse> {
        @Override
        public void onNext(ModelStreamInferResponse message) {
            messages.add(message);
        }

        @Override
        public void onError(Throwable broken) {
            messages.add(ENDED);
        }

        @Override
        public void onCompleted() {
            messages.add(ENDED);
        }
    }
}
