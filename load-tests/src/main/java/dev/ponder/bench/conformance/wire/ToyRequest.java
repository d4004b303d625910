package dev.ponder.bench.conformance.wire;

import com.google.protobuf.ByteString;
import dev.ponder.triton.wire.InferParameter;
import dev.ponder.triton.wire.InferTensorContents;
import dev.ponder.triton.wire.ModelInferRequest;
import dev.ponder.triton.wire.ModelInferRequest.InferInputTensor;
import dev.ponder.triton.wire.ModelInferRequest.InferRequestedOutputTensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Requests for the toy models, byte by byte. Their words are their tokens. */
public final class ToyRequest {

    private static final String EMPTY_FINAL = "triton_enable_empty_final_response";

    private ToyRequest() {}

    /** A request for three tokens. */
    public static ModelInferRequest.Builder of(String model) {
        return of(model, "r1", "one two three", 3);
    }

    /** A request with its tensors as raw bytes. */
    public static ModelInferRequest.Builder of(String model, String id, String text, int tokens) {
        return ModelInferRequest.newBuilder()
                .setModelName(model)
                .setId(id)
                .addInputs(tensor("text_input", "BYTES", 1, 1))
                .addRawInputContents(strings(text))
                .addInputs(tensor("max_tokens", "INT32", 1, 1))
                .addRawInputContents(number(tokens));
    }

    /** The request of {@link #of(String)} with its tensors as typed contents. */
    public static ModelInferRequest.Builder typed(String model) {
        InferTensorContents text = InferTensorContents.newBuilder()
                .addBytesContents(ByteString.copyFromUtf8("one two three"))
                .build();
        return ModelInferRequest.newBuilder()
                .setModelName(model)
                .setId("r1")
                .addInputs(tensor("text_input", "BYTES", 1, 1).toBuilder().setContents(text))
                .addInputs(tensor("max_tokens", "INT32", 1, 1).toBuilder()
                        .setContents(InferTensorContents.newBuilder().addIntContents(3)));
    }

    /** Says that tokens shall come one by one, or all at once. */
    public static ModelInferRequest.Builder streaming(ModelInferRequest.Builder request, boolean stream) {
        return request.addInputs(tensor("stream", "BOOL", 1, 1))
                .addRawInputContents(ByteString.copyFrom(new byte[] {(byte) (stream ? 1 : 0)}));
    }

    /** Asks for the end without outputs. */
    public static ModelInferRequest.Builder askingFinal(ModelInferRequest.Builder request) {
        return request.putParameters(
                EMPTY_FINAL, InferParameter.newBuilder().setBoolParam(true).build());
    }

    /** Has each token wait. */
    public static ModelInferRequest.Builder paced(ModelInferRequest.Builder request, int millis) {
        return with(request, "token_delay_ms", millis);
    }

    /** Adds a whole number as a parameter. */
    public static ModelInferRequest.Builder with(ModelInferRequest.Builder request, String name, long value) {
        return request.putParameters(
                name, InferParameter.newBuilder().setInt64Param(value).build());
    }

    /** Adds a text as a parameter. */
    public static ModelInferRequest.Builder with(ModelInferRequest.Builder request, String name, String value) {
        return request.putParameters(
                name, InferParameter.newBuilder().setStringParam(value).build());
    }

    /** Asks for one output alone. */
    public static ModelInferRequest.Builder asking(ModelInferRequest.Builder request, String output) {
        return request.addOutputs(InferRequestedOutputTensor.newBuilder().setName(output));
    }

    /** An input. */
    public static InferInputTensor tensor(String name, String datatype, long... shape) {
        InferInputTensor.Builder tensor =
                InferInputTensor.newBuilder().setName(name).setDatatype(datatype);
        for (long dimension : shape) {
            tensor.addShape(dimension);
        }
        return tensor.build();
    }

    /** A raw INT32. */
    public static ByteString number(int value) {
        ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        return ByteString.copyFrom(buffer.putInt(value).flip());
    }

    /** Raw strings, each with its length in front. */
    public static ByteString strings(String... texts) {
        ByteString all = ByteString.EMPTY;
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            all = all.concat(number(bytes.length)).concat(ByteString.copyFrom(bytes));
        }
        return all;
    }
}
