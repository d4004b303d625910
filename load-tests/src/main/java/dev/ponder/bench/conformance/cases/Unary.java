package dev.ponder.bench.conformance.cases;

import dev.ponder.bench.conformance.wire.Shown;
import dev.ponder.bench.server.Target;
import dev.ponder.triton.wire.GRPCInferenceServiceGrpc;
import dev.ponder.triton.wire.GRPCInferenceServiceGrpc.GRPCInferenceServiceBlockingStub;
import dev.ponder.triton.wire.ModelInferRequest;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Unary calls, and what came of them as lines. */
final class Unary {

    private static final long PATIENCE_SECONDS = 30;

    private Unary() {}

    /** A case of one call. */
    static Case of(String name, Function<GRPCInferenceServiceBlockingStub, String> call) {
        return new Case(name, target -> List.of(answer(target, call)));
    }

    /** A case of one inference. */
    static Case infer(String name, ModelInferRequest.Builder request) {
        return of(name, stub -> Shown.response(stub.modelInfer(request.build())));
    }

    static String answer(Target target, Function<GRPCInferenceServiceBlockingStub, String> call) {
        try {
            return "OK " + call.apply(stub(target));
        } catch (StatusRuntimeException refused) {
            return Shown.status(refused.getStatus());
        }
    }

    private static GRPCInferenceServiceBlockingStub stub(Target target) {
        return GRPCInferenceServiceGrpc.newBlockingStub(target.channel())
                .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
