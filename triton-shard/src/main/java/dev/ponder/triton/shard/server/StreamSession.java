package dev.ponder.triton.shard.server;

import dev.ponder.triton.shard.engine.Engine;
import dev.ponder.triton.shard.fault.Fault;
import dev.ponder.triton.shard.model.Refusal;
import dev.ponder.triton.shard.serve.Messages;
import dev.ponder.triton.shard.serve.ServedModel;
import dev.ponder.triton.wire.ModelInferRequest;
import dev.ponder.triton.wire.ModelInferResponse;
import dev.ponder.triton.wire.ModelStreamInferResponse;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One ModelStreamInfer call: any number of requests, answered interleaved. Refusals stay in the stream, half-close lets what runs
 * run on, a cancel of the call takes everything down with it. gRPC's thread and the models' meet under this object's lock.
 */
final class StreamSession implements StreamObserver<ModelInferRequest> {

    private final ServerCallStreamObserver<ModelStreamInferResponse> out;
    private final Catalogue catalogue;
    private final Connections connections;
    private final List<Engine.Running> running = new ArrayList<>();
    private int open;
    private boolean halfClosed;
    private boolean over;

    StreamSession(
            ServerCallStreamObserver<ModelStreamInferResponse> out, Catalogue catalogue, Connections connections) {
        this.out = out;
        this.catalogue = catalogue;
        this.connections = connections;
        out.setOnCancelHandler(this::cancelAll);
    }

    @Override
    public void onNext(ModelInferRequest request) {
        Optional<Refusal> refusal = catalogue.refusal(request);
        Optional<ServedModel> model = catalogue.find(request.getModelName());
        if (refusal.isPresent()) {
            model.ifPresent(one -> one.counters().refused());
            refuse(request, refusal.orElseThrow());
        } else {
            start(request, model.orElseThrow());
        }
    }

    private synchronized void start(ModelInferRequest request, ServedModel model) {
        open++;
        Optional<Engine.Running> started = model.answering().start(request, new StreamReply(request, this));
        if (started.isPresent()) {
            running.add(started.orElseThrow());
        } else {
            open--;
            model.counters().refused();
            refuse(request, Refusal.queueFull(request));
        }
    }

    /** A refusal before any inference carries the id and no final mark. */
    private void refuse(ModelInferRequest request, Refusal refusal) {
        ModelInferResponse about = refusal.byBackend()
                ? Messages.emptyFinal(request)
                : ModelInferResponse.newBuilder().setId(request.getId()).build();
        error(about, refusal.message());
    }

    synchronized void send(ModelInferResponse response) {
        if (!over) {
            out.onNext(ModelStreamInferResponse.newBuilder()
                    .setInferResponse(response)
                    .build());
        }
    }

    synchronized void error(ModelInferResponse about, String message) {
        if (!over) {
            out.onNext(ModelStreamInferResponse.newBuilder()
                    .setErrorMessage(message)
                    .setInferResponse(about)
                    .build());
        }
    }

    synchronized void ended() {
        open--;
        closeIfDone();
    }

    /** Breaks this call, or every connection with all calls on it. */
    void breakOff(Fault fault) {
        if (fault == Fault.RST) {
            connections.reset();
        } else if (fault == Fault.GOAWAY) {
            connections.sendAway();
        } else {
            cut();
        }
    }

    private synchronized void cut() {
        if (!over) {
            over = true;
            out.onError(Status.UNAVAILABLE.withDescription("Stream removed").asRuntimeException());
            running.forEach(Engine.Running::cancel);
        }
    }

    private synchronized void cancelAll() {
        over = true;
        if (!catalogue.hearsNoCancel()) {
            running.forEach(Engine.Running::cancel);
        }
    }

    @Override
    public void onError(Throwable broken) {
        cancelAll();
    }

    @Override
    public synchronized void onCompleted() {
        halfClosed = true;
        closeIfDone();
    }

    private void closeIfDone() {
        if (halfClosed && open == 0 && !over && !catalogue.neverHangsUp()) {
            over = true;
            out.onCompleted();
        }
    }
}
