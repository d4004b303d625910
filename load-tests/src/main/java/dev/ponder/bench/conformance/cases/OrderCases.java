package dev.ponder.bench.conformance.cases;

import dev.ponder.bench.conformance.wire.Shown;
import dev.ponder.bench.conformance.wire.StreamCall;
import dev.ponder.bench.conformance.wire.ToyRequest;
import dev.ponder.bench.server.Target;
import dev.ponder.triton.wire.ModelInferRequest;
import dev.ponder.triton.wire.ModelStreamInferResponse;
import java.util.List;
import java.util.stream.Collectors;

/** Two requests on one stream: a slow one, then a fast one. */
final class OrderCases {

    private static final int SLOW_MILLIS = 250;
    private static final int FAST_MILLIS = 5;

    private OrderCases() {}

    static List<Case> all() {
        return List.of(
                of("two on one stream, side by side", "llm_stream", "llm_stream", "B"),
                of("two on one stream, one after the other", "llm_serial", "llm_serial", "B"),
                of("two on one stream, of two models", "llm_serial", "llm_stream", "B"),
                of("two on one stream, single answers", "llm_once", "llm_once", "B"),
                of("two on one stream, a late single answer", "llm_once", "llm_stream", "B"),
                of("two on one stream, ensembles", "ensemble", "ensemble", "B"),
                of("two on one stream, of the same id", "llm_stream", "llm_stream", "A"),
                new Case("half-close while two run", OrderCases::halfClosed));
    }

    private static Case of(String name, String slow, String fast, String secondId) {
        return new Case(name, target -> {
            StreamCall call = StreamCall.open(target.channel());
            call.send(request(slow, "A", "a", SLOW_MILLIS)).send(request(fast, secondId, "b", FAST_MILLIS));
            call.halfClose();
            String status = Shown.status(call.awaitEnd());
            return List.of(order(call), status);
        });
    }

    private static List<String> halfClosed(Target target) throws InterruptedException {
        StreamCall call = StreamCall.open(target.channel());
        call.send(request("llm_stream", "A", "a", FAST_MILLIS)).send(request("llm_stream", "B", "b", FAST_MILLIS));
        call.awaitMessages(1);
        call.halfClose();
        String status = Shown.status(call.awaitEnd());
        return List.of(call.lines("A").size() + " of A", call.lines("B").size() + " of B", status);
    }

    private static ModelInferRequest.Builder request(String model, String id, String word, int millis) {
        String text = "%s1 %s2 %s3".formatted(word, word, word);
        return ToyRequest.askingFinal(ToyRequest.paced(ToyRequest.of(model, id, text, 3), millis));
    }

    private static String order(StreamCall call) {
        return call.messages().stream().map(OrderCases::shown).collect(Collectors.joining(" "));
    }

    private static String shown(ModelStreamInferResponse message) {
        List<String> texts = Shown.texts(message.getInferResponse());
        return message.getInferResponse().getId() + ":"
                + (texts.isEmpty() ? "final" : texts.getFirst().strip().replace(' ', '+'));
    }
}
