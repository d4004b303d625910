package dev.ponder.triton.client.shard;

import dev.ponder.triton.wire.GRPCInferenceServiceGrpc.GRPCInferenceServiceStub;
import dev.ponder.triton.wire.ModelInferRequest;
import dev.ponder.triton.wire.ModelStreamInferResponse;
import io.grpc.stub.StreamObserver;

/** Sends one request whose answer nobody waits for. */
final class SideCall implements StreamObserver<ModelStreamInferResponse> {

    private SideCall() {}

    static void send(GRPCInferenceServiceStub stub, ModelInferRequest request) {
        StreamObserver<ModelInferRequest> out = stub.modelStreamInfer(new SideCall());
        out.onNext(request);
        out.onCompleted();
    }

    @Override
    public void onNext(ModelStreamInferResponse answer) {}

    @Override
    public void onError(Throwable broken) {
        // The call that it should have stopped is cancelled anyway.
    }

    @Override
    public void onCompleted() {}
}
