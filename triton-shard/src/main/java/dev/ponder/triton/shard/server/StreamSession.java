package dev.ponder.triton.shard.server;

import dev.ponder.triton.shard.engine.Engine;
import dev.ponder.triton.shard.metrics.ShardCounters;
import dev.ponder.triton.shard.model.Refusal;
import dev.ponder.triton.shard.model.TensorBytes;
import dev.ponder.triton.wire.ModelInferRequest;
import dev.ponder.triton.wire.ModelInferResponse;
import dev.ponder.triton.wire.ModelStreamInferResponse;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One ModelStreamInfer call: any number of requests, answered interleaved. Refusals stay in the stream, half-close lets what runs
 * run on, a cancel of the call takes everything down with it. gRPC's thread and the engine's meet under this object's lock.
 */
final class StreamSession implements StreamObserver<ModelInferRequest> {

    private final ServerCallStreamObserver<ModelStreamInferResponse> out;
    private final Generations generations;
    private final Function<ModelInferRequest, Optional<Refusal>> refusals;
    private final ShardCounters counters;
    private final List<Engine.Running> running = new ArrayList<>();
    private int open;
    private boolean halfClosed;
    private boolean over;

    StreamSession(
            ServerCallStreamObserver<ModelStreamInferResponse> out,
            Generations generations,
            Function<ModelInferRequest, Optional<Refusal>> refusals,
            ShardCounters counters) {
        this.out = out;
        this.generations = generations;
        this.refusals = refusals;
        this.counters = counters;
        out.setOnCancelHandler(this::cancelAll);
    }

    @Override
    public void onNext(ModelInferRequest request) {
        Optional<Refusal> refusal = refusals.apply(request);
        if (refusal.isPresent()) {
            counters.refused();
            sendError(request.getId(), refusal.orElseThrow().message());
        } else if (TensorBytes.flag(request, "stop")) {
            stop(request);
        } else {
            start(request);
        }
    }

    /** A stop call is answered at once, whether there was anything to stop or not. */
    private synchronized void stop(ModelInferRequest request) {
        generations.stop(request.getId());
        if (generations.form() == TextForm.LLMAPI) {
            sendError(request.getId(), "Request cancelled by client");
        } else {
            send(StreamMessages.emptyFinal(request));
        }
    }

    private synchronized void start(ModelInferRequest request) {
        open++;
        GenerationStream stream = new GenerationStream(request, this, generations, counters);
        Optional<Engine.Running> started = generations.start(request, stream);
        if (started.isPresent()) {
            running.add(started.orElseThrow());
        } else {
            open--;
            counters.refused();
            sendError(request.getId(), "[request id: " + request.getId() + "] Exceeds maximum queue size");
        }
    }

    synchronized void send(ModelInferResponse response) {
        if (!over) {
            out.onNext(ModelStreamInferResponse.newBuilder()
                    .setInferResponse(response)
                    .build());
        }
    }

    synchronized void sendError(String id, String message) {
        sendError(ModelInferResponse.newBuilder().setId(id).build(), message);
    }

    synchronized void sendError(ModelInferResponse response, String message) {
        if (!over) {
            out.onNext(ModelStreamInferResponse.newBuilder()
                    .setErrorMessage(message)
                    .setInferResponse(response)
                    .build());
        }
    }

    synchronized void generationEnded() {
        open--;
        closeIfDone();
    }

    /** Breaks the call as a lost connection would. */
    synchronized void cut() {
        if (!over) {
            over = true;
            out.onError(Status.UNAVAILABLE.withDescription("Stream removed").asRuntimeException());
            running.forEach(Engine.Running::cancel);
        }
    }

    private synchronized void cancelAll() {
        over = true;
        running.forEach(Engine.Running::cancel);
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
        if (halfClosed && open == 0 && !over) {
            over = true;
            out.onCompleted();
        }
    }
}
