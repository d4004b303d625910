package dev.ponder.bench.conformance.cases;

import dev.ponder.bench.conformance.wire.Shown;
import dev.ponder.bench.conformance.wire.StreamCall;
import dev.ponder.bench.conformance.wire.ToyRequest;
import dev.ponder.bench.server.Target;
import dev.ponder.triton.wire.ModelInferRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Streams that carry one request, and streams that go on after an odd or a failing one. */
final class StreamCases {

    private static final String STREAM = "llm_stream";
    private static final String SERIAL = "llm_serial";
    private static final String ONCE = "llm_once";
    private static final String ENSEMBLE = "ensemble";
    private static final List<String> FAULTY =
            List.of("!raise", "!pyexc", "!error", "!mid-error", "!mid-error-final", "!raise-late");

    private StreamCases() {}

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        for (String model : List.of(STREAM, SERIAL, ENSEMBLE, ONCE)) {
            String of = "stream of " + model;
            cases.add(whole(of, ToyRequest.of(model)));
            cases.add(whole(of + ", empty final asked", ToyRequest.askingFinal(ToyRequest.of(model))));
            cases.add(whole(of + ", last token final", lastIsFinal(model)));
            cases.add(whole(of + ", last token final, empty final asked", ToyRequest.askingFinal(lastIsFinal(model))));
        }
        cases.addAll(shapes());
        for (Map.Entry<String, OddRequests.Odd> odd : OddRequests.all().entrySet()) {
            cases.add(goesOn("stream: " + odd.getKey(), odd.getValue().apply(STREAM), STREAM));
        }
        for (String model : List.of(STREAM, SERIAL, ENSEMBLE)) {
            FAULTY.forEach(text -> cases.add(failing(model, text)));
        }
        List.of("!raise", "!pyexc", "!error").forEach(text -> cases.add(failing(ONCE, text)));
        return cases;
    }

    private static List<Case> shapes() {
        return List.of(
                whole("stream without tokens", ToyRequest.of(STREAM, "r1", "!empty", 1)),
                whole(
                        "stream without tokens, empty final asked",
                        ToyRequest.askingFinal(ToyRequest.of(STREAM, "r1", "!empty", 1))),
                whole("stream without an id", ToyRequest.askingFinal(ToyRequest.of(STREAM, "", "one", 1))),
                whole("stream of one output", ToyRequest.asking(ToyRequest.of(STREAM), "text_output")),
                whole(
                        "stream of all tokens at once",
                        ToyRequest.askingFinal(ToyRequest.streaming(ToyRequest.of(STREAM), false))),
                new Case("stream that carries no request", target -> {
                    StreamCall call = StreamCall.open(target.channel()).halfClose();
                    return List.of(Shown.status(call.awaitEnd()));
                }));
    }

    private static ModelInferRequest.Builder lastIsFinal(String model) {
        return ToyRequest.with(ToyRequest.of(model), "final_mode", "with_last");
    }

    /** One request, half-closed at once: everything still comes, then the end. */
    private static Case whole(String name, ModelInferRequest.Builder request) {
        return new Case(name, target -> {
            StreamCall call = StreamCall.open(target.channel()).send(request).halfClose();
            String status = Shown.status(call.awaitEnd());
            List<String> lines = new ArrayList<>(call.lines(request.getId()));
            lines.add(status);
            return lines;
        });
    }

    private static Case failing(String model, String text) {
        ModelInferRequest.Builder request = ToyRequest.askingFinal(
                ToyRequest.with(ToyRequest.of(model, "r1", text, 3), "error_code", "UNAVAILABLE"));
        return goesOn("stream, backend of " + model + " does " + text, request, model);
    }

    /** A request, and then a good one on the same stream: what came of the first, and whether the stream went on. */
    private static Case goesOn(String name, ModelInferRequest.Builder request, String model) {
        return new Case(name, target -> goesOn(target, request, model));
    }

    private static List<String> goesOn(Target target, ModelInferRequest.Builder request, String model)
            throws InterruptedException {
        StreamCall call = StreamCall.open(target.channel()).send(request);
        call.send(ToyRequest.askingFinal(ToyRequest.of(model, "r2", "again", 1)));
        call.awaitFinal("r2");
        boolean wentOn = call.awaitEnd(Duration.ZERO).isEmpty();
        call.halfClose();
        String status = Shown.status(call.awaitEnd());
        List<String> lines = new ArrayList<>(call.lines(request.getId()));
        lines.add(wentOn ? "the stream goes on" : "the stream is over");
        lines.add(status);
        return lines;
    }
}
