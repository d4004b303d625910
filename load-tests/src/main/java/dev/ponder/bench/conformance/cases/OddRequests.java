package dev.ponder.bench.conformance.cases;

import com.google.protobuf.ByteString;
import dev.ponder.bench.conformance.wire.ToyRequest;
import dev.ponder.triton.wire.InferParameter;
import dev.ponder.triton.wire.InferTensorContents;
import dev.ponder.triton.wire.ModelInferRequest;
import dev.ponder.triton.wire.ModelInferRequest.InferRequestedOutputTensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Requests that a server should refuse or bear, by name; each for any model. Pure. */
final class OddRequests {

    /** Makes a request for a model. */
    interface Odd extends Function<String, ModelInferRequest.Builder> {}

    private final Map<String, Odd> all = new LinkedHashMap<>();

    private OddRequests() {
        goodOnes();
        versionsAndModels();
        parameters();
        inputsAndOutputs();
        contents();
    }

    static Map<String, Odd> all() {
        Map<String, Odd> requests = new LinkedHashMap<>(new OddRequests().all);
        requests.putAll(OddTensors.all());
        return requests;
    }

    private void edit(String name, UnaryOperator<ModelInferRequest.Builder> edit) {
        all.put(name, model -> edit.apply(ToyRequest.of(model)));
    }

    private void typed(String name, UnaryOperator<ModelInferRequest.Builder> edit) {
        all.put(name, model -> edit.apply(ToyRequest.typed(model)));
    }

    private void goodOnes() {
        edit("well formed", request -> request);
        typed("well formed, typed contents", request -> request);
        edit("optional input present", request -> ToyRequest.streaming(request, true));
        edit("one output asked for", request -> ToyRequest.asking(request, "text_output"));
        edit("no request id", ModelInferRequest.Builder::clearId);
        edit("an id of other letters", request -> request.setId("ä-ø-中"));
    }

    private void versionsAndModels() {
        edit("version 1", request -> request.setModelVersion("1"));
        edit("version that is not there", request -> request.setModelVersion("7"));
        edit("version that is no number", request -> request.setModelVersion("abc"));
        edit("no model name", request -> request.setModelName(""));
        edit("unknown model", request -> request.setModelName("no_such_model"));
        edit(
                "unknown model and version",
                request -> request.setModelName("no_such_model").setModelVersion("1"));
    }

    private void parameters() {
        edit("unknown parameter, text", request -> ToyRequest.with(request, "colour", "red"));
        edit(
                "unknown parameter, double",
                request -> request.putParameters(
                        "warmth",
                        InferParameter.newBuilder().setDoubleParam(0.5).build()));
        edit(
                "unknown parameter of an input",
                request -> request.setInputs(0, request.getInputs(0).toBuilder().putParameters("colour", text("red"))));
        edit(
                "unknown parameter of an output",
                request -> request.addOutputs(InferRequestedOutputTensor.newBuilder()
                        .setName("text_output")
                        .putParameters("colour", text("red"))));
        edit("reserved parameter", request -> ToyRequest.with(request, "triton_colour", "red"));
        edit(
                "parameter without a value",
                request -> request.putParameters("empty", InferParameter.getDefaultInstance()));
        edit("priority as text", request -> ToyRequest.with(request, "priority", "high"));
        edit("timeout as text", request -> ToyRequest.with(request, "timeout", "soon"));
        edit("timeout without a queue policy", request -> ToyRequest.with(request, "timeout", 1000));
        edit("sequence id", request -> ToyRequest.with(request, "sequence_id", 5));
        edit(
                "empty final asked as a number",
                request -> ToyRequest.with(request, "triton_enable_empty_final_response", 1));
        edit("empty final asked", ToyRequest::askingFinal);
    }

    private static InferParameter text(String value) {
        return InferParameter.newBuilder().setStringParam(value).build();
    }

    private void inputsAndOutputs() {
        edit(
                "missing input max_tokens",
                request ->
                        request.removeInputs(1).clearRawInputContents().addRawInputContents(ToyRequest.strings("one")));
        edit(
                "missing input text_input",
                request -> request.removeInputs(0).clearRawInputContents().addRawInputContents(ToyRequest.number(3)));
        edit("no inputs", request -> request.clearInputs().clearRawInputContents());
        edit(
                "unknown input",
                request -> request.addInputs(ToyRequest.tensor("colour", "INT32", 1, 1))
                        .addRawInputContents(ToyRequest.number(3)));
        edit(
                "the same input twice",
                request -> request.addInputs(ToyRequest.tensor("max_tokens", "INT32", 1, 1))
                        .addRawInputContents(ToyRequest.number(3)));
        edit("unknown output asked for", request -> ToyRequest.asking(request, "colour"));
        edit(
                "shared memory that is not there",
                request -> request.setInputs(
                                0,
                                request.getInputs(0).toBuilder()
                                        .putParameters("shared_memory_region", text("nowhere"))
                                        .putParameters(
                                                "shared_memory_byte_size",
                                                InferParameter.newBuilder()
                                                        .setInt64Param(7)
                                                        .build()))
                        .clearRawInputContents());
    }

    private void contents() {
        edit(
                "raw and typed contents",
                request -> request.setInputs(1, request.getInputs(1).toBuilder().setContents(numbers(3))));
        edit("no contents at all", ModelInferRequest.Builder::clearRawInputContents);
        edit(
                "one raw content too few",
                request -> request.clearRawInputContents().addRawInputContents(ToyRequest.strings("one two three")));
        edit("one raw content too many", request -> request.addRawInputContents(ByteString.copyFromUtf8("1234")));
        typed(
                "typed contents in the wrong field",
                request -> request.setInputs(
                        1,
                        request.getInputs(1).toBuilder()
                                .setContents(InferTensorContents.newBuilder().addFp32Contents(3))));
        typed(
                "too many typed contents",
                request -> request.setInputs(1, request.getInputs(1).toBuilder().setContents(numbers(3, 4))));
    }

    private static InferTensorContents numbers(int... values) {
        InferTensorContents.Builder contents = InferTensorContents.newBuilder();
        for (int value : values) {
            contents.addIntContents(value);
        }
        return contents.build();
    }
}
