package dev.ponder.bench.conformance.cases;

import dev.ponder.bench.conformance.wire.Shown;
import dev.ponder.bench.conformance.wire.StreamCall;
import dev.ponder.bench.conformance.wire.ToyRequest;
import dev.ponder.bench.server.Target;
import dev.ponder.triton.wire.GRPCInferenceServiceGrpc;
import dev.ponder.triton.wire.ModelInferRequest;
import dev.ponder.triton.wire.ModelInferResponse;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How a client stops waiting, and whether the model hears of it. */
final class CancelCases {

    private static final Duration HEARD = Duration.ofSeconds(10);
    private static final int ENDLESS = 100_000;
    private static final int PACE_MILLIS = 5;

    private CancelCases() {}

    static List<Case> all() {
        return List.of(
                new Case("cancel of a stream", target -> cancelled(target, "llm_stream", "cancel-1")),
                new Case("cancel of a stream, serial model", target -> cancelled(target, "llm_serial", "cancel-2")),
                new Case("cancel of a stream with two requests", CancelCases::two),
                new Case("cancel of a stream through an ensemble", CancelCases::behindEnsemble),
                new Case("deadline of a stream", CancelCases::deadline),
                new Case("channel shut down under a stream", CancelCases::shutDown),
                new Case("cancel of a request that waits", CancelCases::queued),
                new Case("cancel of a unary call", target -> unary(target, "cancel-u", CallOptions.DEFAULT, true)),
                new Case(
                        "deadline of a unary call",
                        target -> unary(
                                target,
                                "deadline-u",
                                CallOptions.DEFAULT.withDeadlineAfter(400, TimeUnit.MILLISECONDS),
                                false)));
    }

    private static ModelInferRequest.Builder endless(String model, String id, int tokens) {
        return ToyRequest.paced(ToyRequest.of(model, id, "word", tokens), PACE_MILLIS);
    }

    private static List<String> cancelled(Target target, String model, String id) throws InterruptedException {
        StreamCall call = StreamCall.open(target.channel()).send(endless(model, id, ENDLESS));
        call.awaitMessages(3);
        call.cancel();
        return List.of(code(call), "the model hears of it: " + target.notes("cancelled", id, HEARD));
    }

    private static String code(StreamCall call) throws InterruptedException {
        return call.awaitEnd().getCode().name();
    }

    private static List<String> two(Target target) throws InterruptedException {
        StreamCall call = StreamCall.open(target.channel())
                .send(endless("llm_stream", "pair-1", ENDLESS))
                .send(endless("llm_stream", "pair-2", ENDLESS));
        call.awaitMessages(4);
        call.cancel();
        return List.of(
                code(call),
                "the model hears of the first: " + target.notes("cancelled", "pair-1", HEARD),
                "and of the second: " + target.notes("cancelled", "pair-2", HEARD));
    }

    private static List<String> behindEnsemble(Target target) throws InterruptedException {
        StreamCall call = StreamCall.open(target.channel()).send(endless("ensemble", "cancel-e", 200));
        call.awaitMessages(3);
        call.cancel();
        return List.of(
                code(call),
                "the model runs on to its end: " + target.notes("done", "cancel-e", HEARD),
                "it has heard of the cancel: " + target.notes("cancelled", "cancel-e", Duration.ZERO));
    }

    private static List<String> deadline(Target target) throws InterruptedException {
        StreamCall call = StreamCall.open(target.channel(), Duration.ofMillis(400));
        call.send(endless("llm_stream", "deadline-s", ENDLESS));
        return List.of(code(call), "the model hears of it: " + target.notes("cancelled", "deadline-s", HEARD));
    }

    private static List<String> shutDown(Target target) throws InterruptedException {
        ManagedChannel own = target.newChannel(Integer.MAX_VALUE);
        StreamCall call = StreamCall.open(own).send(endless("llm_stream", "gone", ENDLESS));
        call.awaitMessages(3);
        own.shutdownNow();
        return List.of(code(call), "the model hears of it: " + target.notes("cancelled", "gone", HEARD));
    }

    private static List<String> queued(Target target) throws InterruptedException {
        StreamCall busy = StreamCall.open(target.channel()).send(endless("llm_serial", "busy", 200));
        busy.awaitMessages(1);
        StreamCall waiting = StreamCall.open(target.channel()).send(endless("llm_serial", "queued", 3));
        boolean started = target.notes("execute", "queued", Duration.ofMillis(300));
        waiting.cancel();
        busy.halfClose();
        return List.of(
                code(waiting),
                "started before: " + started,
                Shown.status(busy.awaitEnd()),
                "the model hears of it when its turn comes: " + target.notes("cancelled", "queued", HEARD));
    }

    private static List<String> unary(Target target, String id, CallOptions options, boolean cancels)
            throws InterruptedException {
        ClientCall<ModelInferRequest, ModelInferResponse> call =
                target.channel().newCall(GRPCInferenceServiceGrpc.getModelInferMethod(), options);
        call.start(new ClientCall.Listener<>() {}, new Metadata());
        call.sendMessage(endless("llm_once", id, ENDLESS).build());
        call.halfClose();
        boolean started = target.notes("execute", id, HEARD);
        if (cancels) {
            call.cancel("cancelled by the case", null);
        }
        return List.of("started: " + started, "the model hears of it: " + target.notes("cancelled", id, HEARD));
    }
}
