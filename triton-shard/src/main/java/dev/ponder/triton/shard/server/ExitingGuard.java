package dev.ponder.triton.shard.server;

import dev.ponder.triton.wire.GRPCInferenceServiceGrpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.Set;

/** Answers service calls as a real server does that is going; inferences are refused in their own words. */
final class ExitingGuard implements ServerInterceptor {

    private static final Set<String> INFERENCES = Set.of(
            GRPCInferenceServiceGrpc.getModelInferMethod().getFullMethodName(),
            GRPCInferenceServiceGrpc.getModelStreamInferMethod().getFullMethodName());

    private final ShutdownState state;

    ExitingGuard(ShutdownState state) {
        this.state = state;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        boolean inference = INFERENCES.contains(call.getMethodDescriptor().getFullMethodName());
        if (!state.isGoing() || inference) {
            return next.startCall(call, headers);
        }
        call.close(Status.UNAVAILABLE.withDescription("Server exiting"), new Metadata());
        return new ServerCall.Listener<>() {};
    }
}
