package dev.ponder.bench.conformance.cases;

import com.google.protobuf.ByteString;
import dev.ponder.bench.conformance.cases.OddRequests.Odd;
import dev.ponder.bench.conformance.wire.ToyRequest;
import dev.ponder.triton.wire.ModelInferRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Requests with wrong datatypes, shapes and bytes, by name. Pure. */
final class OddTensors {

    private static final int NUMBER = 1;

    private final Map<String, Odd> all = new LinkedHashMap<>();

    private OddTensors() {
        edit("datatype of another kind", request -> typed(request, NUMBER, "FP32"));
        edit("datatype of another size", request -> typed(request, 0, "INT32"));
        edit("datatype that does not exist", request -> typed(request, NUMBER, "INTEGER"));
        edit("datatype empty", request -> typed(request, NUMBER, ""));
        edit("shape of two elements", request -> shaped(request, 1, 2));
        edit("shape without the batch", request -> shaped(request, 1));
        edit("shape of one dimension more", request -> shaped(request, 1, 1, 1));
        edit("shape below zero", request -> shaped(request, -1, 1));
        edit("shape of nothing", request -> shaped(request, 0, 1));
        edit("shape empty", OddTensors::shaped);
        edit("batches that differ", request -> shaped(request, 2, 1));
        edit("batch too large", OddTensors::batchOfNine);
        edit("number of two bytes", request -> raw(request, NUMBER, new byte[] {1, 0}));
        edit("number of five bytes", request -> raw(request, NUMBER, new byte[] {1, 0, 0, 0, 0}));
        edit(
                "text shorter than it says",
                request ->
                        request.setRawInputContents(0, ToyRequest.number(500).concat(ByteString.copyFromUtf8("abc"))));
        edit("text without a length", request -> raw(request, 0, new byte[] {'a', 'b'}));
        edit("two texts for one", request -> request.setRawInputContents(0, ToyRequest.strings("one", "two")));
        edit("no text for one", request -> request.setRawInputContents(0, ByteString.EMPTY));
    }

    static Map<String, Odd> all() {
        return new OddTensors().all;
    }

    private void edit(String name, UnaryOperator<ModelInferRequest.Builder> edit) {
        all.put(name, model -> edit.apply(ToyRequest.of(model)));
    }

    private static ModelInferRequest.Builder typed(ModelInferRequest.Builder request, int input, String datatype) {
        return request.setInputs(input, request.getInputs(input).toBuilder().setDatatype(datatype));
    }

    /** Sets the number's shape, with as many bytes as it asks for. */
    private static ModelInferRequest.Builder shaped(ModelInferRequest.Builder request, long... shape) {
        long elements = 1;
        for (long dimension : shape) {
            elements *= Math.max(dimension, 0);
        }
        ByteString bytes = ByteString.EMPTY;
        for (long i = 0; i < elements; i++) {
            bytes = bytes.concat(ToyRequest.number(3));
        }
        return request.setInputs(NUMBER, ToyRequest.tensor("max_tokens", "INT32", shape))
                .setRawInputContents(NUMBER, bytes);
    }

    private static ModelInferRequest.Builder batchOfNine(ModelInferRequest.Builder request) {
        String[] texts = {"one", "one", "one", "one", "one", "one", "one", "one", "one"};
        return shaped(request, texts.length, 1)
                .setInputs(0, ToyRequest.tensor("text_input", "BYTES", texts.length, 1))
                .setRawInputContents(0, ToyRequest.strings(texts));
    }

    private static ModelInferRequest.Builder raw(ModelInferRequest.Builder request, int input, byte[] bytes) {
        return request.setRawInputContents(input, ByteString.copyFrom(bytes));
    }
}
