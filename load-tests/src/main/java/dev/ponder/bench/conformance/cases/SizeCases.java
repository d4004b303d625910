package dev.ponder.bench.conformance.cases;

import dev.ponder.bench.conformance.wire.Shown;
import dev.ponder.bench.conformance.wire.StreamCall;
import dev.ponder.bench.conformance.wire.ToyRequest;
import dev.ponder.bench.server.Target;
import dev.ponder.triton.wire.ModelInferRequest;
import io.grpc.ManagedChannel;
import java.util.ArrayList;
import java.util.List;

/** Messages above gRPC's usual 4 MiB. */
final class SizeCases {

    private static final int MIB = 1 << 20;
    private static final int USUAL = 4 * MIB;
    private static final int LARGE = 5 * MIB;
    private static final int HUGE = 24 * MIB;

    private SizeCases() {}

    static List<Case> all() {
        return List.of(
                Unary.infer("answer of 5 MiB", big("llm_once")),
                Unary.infer("request and answer of 5 MiB", ToyRequest.of("llm_once", "r1", "x".repeat(LARGE), 1)),
                Unary.infer("request of 24 MiB", ToyRequest.of("llm_once", "r1", "x".repeat(HUGE), 0)),
                new Case("stream with an answer of 5 MiB", target -> streamed(target, Integer.MAX_VALUE)),
                new Case("stream with an answer above the client's limit", target -> streamed(target, USUAL)));
    }

    private static ModelInferRequest.Builder big(String model) {
        return ToyRequest.with(ToyRequest.of(model, "r1", "!big", 1), "big_bytes", LARGE);
    }

    /** A client that takes less ends the whole stream itself, in words of its own. */
    private static List<String> streamed(Target target, int mostBytes) throws InterruptedException {
        ManagedChannel own = target.newChannel(mostBytes);
        try {
            StreamCall call = StreamCall.open(own).send(big("llm_stream")).halfClose();
            String code = call.awaitEnd().getCode().name();
            List<String> lines =
                    new ArrayList<>(call.messages().stream().map(Shown::message).toList());
            lines.add(code);
            return lines;
        } finally {
            own.shutdownNow();
        }
    }
}
