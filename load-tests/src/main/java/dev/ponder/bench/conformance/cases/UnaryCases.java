package dev.ponder.bench.conformance.cases;

import dev.ponder.bench.conformance.wire.ToyRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Unary inference: odd requests, a backend's errors, and models that answer more than once. */
final class UnaryCases {

    private static final String ONCE = "llm_once";
    private static final List<String> CODES = List.of(
            "UNKNOWN",
            "INTERNAL",
            "NOT_FOUND",
            "INVALID_ARG",
            "UNAVAILABLE",
            "UNSUPPORTED",
            "ALREADY_EXISTS",
            "CANCELLED");

    private UnaryCases() {}

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        for (Map.Entry<String, OddRequests.Odd> odd : OddRequests.all().entrySet()) {
            cases.add(Unary.infer("unary: " + odd.getKey(), odd.getValue().apply(ONCE)));
        }
        for (String code : CODES) {
            cases.add(Unary.infer(
                    "unary, backend's error " + code,
                    ToyRequest.with(ToyRequest.of(ONCE, "r1", "!error", 1), "error_code", code)));
        }
        cases.add(Unary.infer("unary, backend refuses", ToyRequest.of(ONCE, "r1", "!raise", 1)));
        cases.add(Unary.infer("unary, backend throws", ToyRequest.of(ONCE, "r1", "!pyexc", 1)));
        for (String model : List.of("llm_stream", "ensemble")) {
            String named = "unary on decoupled " + model;
            cases.add(Unary.infer(named, ToyRequest.of(model)));
            cases.add(Unary.infer(named + ", which would answer once", ToyRequest.of(model, "r1", "one", 1)));
            cases.add(Unary.infer(
                    named + ", unknown output asked for", ToyRequest.asking(ToyRequest.of(model), "colour")));
            cases.add(Unary.infer(
                    named + ", version that is not there", ToyRequest.of(model).setModelVersion("7")));
        }
        return cases;
    }
}
