package dev.ponder.triton.shard.server;

import dev.ponder.triton.shard.engine.Engine;
import dev.ponder.triton.shard.fault.Fault;
import dev.ponder.triton.shard.serve.Messages;
import dev.ponder.triton.shard.serve.Reply;
import dev.ponder.triton.shard.serve.ServedModel;
import dev.ponder.triton.wire.ModelInferRequest;
import dev.ponder.triton.wire.ModelInferResponse;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.Optional;

/** The answer to a unary call: the one message of a model that is not decoupled. */
final class UnaryReply {

    private final ServerCallStreamObserver<ModelInferResponse> out;

    UnaryReply(ServerCallStreamObserver<ModelInferResponse> out) {
        this.out = out;
    }

    /** Runs the model; a cancel of the call takes it back. */
    void answer(ServedModel model, ModelInferRequest request) {
        Cancel cancel = new Cancel();
        out.setOnCancelHandler(cancel::cancel);
        Optional<Engine.Running> started = model.answering().start(request, new Once(request));
        started.ifPresentOrElse(cancel::of, () -> finish(Status.UNAVAILABLE, "Exceeds maximum queue size"));
    }

    private synchronized void finish(Status status, String text) {
        if (!out.isCancelled()) {
            out.onError(status.withDescription(text).asRuntimeException());
        }
    }

    private synchronized void finish(ModelInferResponse message) {
        if (!out.isCancelled()) {
            out.onNext(message);
            out.onCompleted();
        }
    }

    /** The final mark is the streams' alone. */
    private final class Once implements Reply {
        private final ModelInferRequest request;

        private Once(ModelInferRequest request) {
            this.request = request;
        }

        @Override
        public void send(ModelInferResponse message) {
            finish(Messages.asked(request, message).toBuilder()
                    .clearParameters()
                    .build());
        }

        @Override
        public void error(ModelInferResponse about, Status.Code code, String text) {
            finish(Status.fromCode(code), text);
        }

        @Override
        public void ended() {}

        @Override
        public void breakOff(Fault fault) {
            finish(Status.UNAVAILABLE, "Stream removed");
        }
    }

    /** A cancel may come before there is anything to cancel. */
    private static final class Cancel {
        private boolean wanted;
        private Engine.Running running = () -> {};

        private synchronized void cancel() {
            wanted = true;
            running.cancel();
        }

        private synchronized void of(Engine.Running started) {
            running = started;
            if (wanted) {
                started.cancel();
            }
        }
    }
}
