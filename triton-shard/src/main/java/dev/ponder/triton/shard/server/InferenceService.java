package dev.ponder.triton.shard.server;

import dev.ponder.triton.shard.metrics.ShardCounters;
import dev.ponder.triton.shard.model.ModelDef;
import dev.ponder.triton.shard.model.Refusal;
import dev.ponder.triton.shard.model.Validation;
import dev.ponder.triton.wire.GRPCInferenceServiceGrpc;
import dev.ponder.triton.wire.ModelConfigRequest;
import dev.ponder.triton.wire.ModelConfigResponse;
import dev.ponder.triton.wire.ModelInferRequest;
import dev.ponder.triton.wire.ModelInferResponse;
import dev.ponder.triton.wire.ModelMetadataRequest;
import dev.ponder.triton.wire.ModelMetadataResponse;
import dev.ponder.triton.wire.ModelReadyRequest;
import dev.ponder.triton.wire.ModelReadyResponse;
import dev.ponder.triton.wire.ModelStatisticsRequest;
import dev.ponder.triton.wire.ModelStatisticsResponse;
import dev.ponder.triton.wire.ModelStreamInferResponse;
import dev.ponder.triton.wire.RepositoryIndexRequest;
import dev.ponder.triton.wire.RepositoryIndexResponse;
import dev.ponder.triton.wire.RepositoryModelLoadRequest;
import dev.ponder.triton.wire.RepositoryModelLoadResponse;
import dev.ponder.triton.wire.RepositoryModelUnloadRequest;
import dev.ponder.triton.wire.RepositoryModelUnloadResponse;
import dev.ponder.triton.wire.ServerLiveRequest;
import dev.ponder.triton.wire.ServerLiveResponse;
import dev.ponder.triton.wire.ServerMetadataRequest;
import dev.ponder.triton.wire.ServerMetadataResponse;
import dev.ponder.triton.wire.ServerReadyRequest;
import dev.ponder.triton.wire.ServerReadyResponse;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Optional;

/** The Triton calls, answered as a real server (2.51.0) was seen to answer them. Called on gRPC's threads. */
final class InferenceService extends GRPCInferenceServiceGrpc.GRPCInferenceServiceImplBase {

    /** What a person sees in the metadata. */
    static final String SERVER_VERSION = "2.51.0-ponder-simulated";

    private static final List<String> EXTENSIONS = List.of(
            "classification",
            "sequence",
            "model_repository",
            "model_repository(unload_dependents)",
            "schedule_policy",
            "model_configuration",
            "binary_tensor_data",
            "parameters",
            "statistics");

    private final ModelDef model;
    private final Generations generations;
    private final ShardCounters counters;
    private final ShutdownState state;

    InferenceService(ModelDef model, Generations generations, ShardCounters counters, ShutdownState state) {
        this.model = model;
        this.generations = generations;
        this.counters = counters;
        this.state = state;
    }

    @Override
    public void serverLive(ServerLiveRequest request, StreamObserver<ServerLiveResponse> out) {
        answer(out, ServerLiveResponse.newBuilder().setLive(true).build());
    }

    @Override
    public void serverReady(ServerReadyRequest request, StreamObserver<ServerReadyResponse> out) {
        answer(out, ServerReadyResponse.newBuilder().setReady(true).build());
    }

    @Override
    public void serverMetadata(ServerMetadataRequest request, StreamObserver<ServerMetadataResponse> out) {
        answer(
                out,
                ServerMetadataResponse.newBuilder()
                        .setName("triton")
                        .setVersion(SERVER_VERSION)
                        .addAllExtensions(EXTENSIONS)
                        .build());
    }

    @Override
    public void modelReady(ModelReadyRequest request, StreamObserver<ModelReadyResponse> out) {
        boolean known = isModel(request.getName());
        Optional<Refusal> version = Validation.version(model.name(), request.getVersion());
        boolean badVersion = version.filter(refusal -> refusal.code() == Status.Code.INVALID_ARGUMENT)
                .isPresent();
        if (badVersion) {
            refuse(out, version.orElseThrow());
            return;
        }
        answer(
                out,
                ModelReadyResponse.newBuilder()
                        .setReady(known && version.isEmpty())
                        .build());
    }

    @Override
    public void modelMetadata(ModelMetadataRequest request, StreamObserver<ModelMetadataResponse> out) {
        unknown(request.getName(), request.getVersion())
                .ifPresentOrElse(refusal -> refuse(out, refusal), () -> answer(out, model.metadata()));
    }

    @Override
    public void modelConfig(ModelConfigRequest request, StreamObserver<ModelConfigResponse> out) {
        unknown(request.getName(), request.getVersion())
                .ifPresentOrElse(
                        refusal -> refuse(out, refusal),
                        () -> answer(
                                out,
                                ModelConfigResponse.newBuilder()
                                        .setConfig(model.config())
                                        .build()));
    }

    @Override
    public void modelStatistics(ModelStatisticsRequest request, StreamObserver<ModelStatisticsResponse> out) {
        if (!request.getName().isEmpty() && !isModel(request.getName())) {
            refuse(
                    out,
                    new Refusal(
                            Status.Code.INVALID_ARGUMENT,
                            "requested model '" + request.getName() + "' is not available"));
            return;
        }
        answer(out, counters.statistics(model.name()));
    }

    @Override
    public void repositoryIndex(RepositoryIndexRequest request, StreamObserver<RepositoryIndexResponse> out) {
        RepositoryIndexResponse.ModelIndex index = RepositoryIndexResponse.ModelIndex.newBuilder()
                .setName(model.name())
                .setVersion(ModelDef.VERSION)
                .setState("READY")
                .build();
        answer(out, RepositoryIndexResponse.newBuilder().addModels(index).build());
    }

    @Override
    public void repositoryModelLoad(
            RepositoryModelLoadRequest request, StreamObserver<RepositoryModelLoadResponse> out) {
        refuse(out, NO_EXPLICIT_LOAD);
    }

    @Override
    public void repositoryModelUnload(
            RepositoryModelUnloadRequest request, StreamObserver<RepositoryModelUnloadResponse> out) {
        refuse(out, NO_EXPLICIT_LOAD);
    }

    private static final Refusal NO_EXPLICIT_LOAD =
            new Refusal(Status.Code.UNAVAILABLE, "explicit model load / unload is not allowed if polling is enabled");

    @Override
    public void modelInfer(ModelInferRequest request, StreamObserver<ModelInferResponse> out) {
        Refusal refusal = unknown(request.getModelName(), request.getModelVersion())
                .orElse(new Refusal(
                        Status.Code.UNIMPLEMENTED,
                        "ModelInfer RPC doesn't support models with decoupled transaction policy"));
        refuse(out, refusal);
    }

    @Override
    public StreamObserver<ModelInferRequest> modelStreamInfer(StreamObserver<ModelStreamInferResponse> out) {
        return new StreamSession(
                (ServerCallStreamObserver<ModelStreamInferResponse>) out, generations, this::refusalOf, counters);
    }

    private Optional<Refusal> refusalOf(ModelInferRequest request) {
        if (state.isGoing() && isModel(request.getModelName())) {
            return Optional.of(new Refusal(
                    Status.Code.NOT_FOUND,
                    "Request for unknown model: '" + model.name() + "' has no available versions"));
        }
        return unknown(request.getModelName(), request.getModelVersion()).or(() -> Validation.refusal(model, request));
    }

    private Optional<Refusal> unknown(String name, String version) {
        return isModel(name)
                ? Validation.version(name, version)
                : Optional.of(
                        new Refusal(Status.Code.NOT_FOUND, "Request for unknown model: '" + name + "' is not found"));
    }

    private boolean isModel(String name) {
        return model.name().equals(name);
    }

    private static <T> void answer(StreamObserver<T> out, T response) {
        out.onNext(response);
        out.onCompleted();
    }

    private static void refuse(StreamObserver<?> out, Refusal refusal) {
        out.onError(refusal.status().asRuntimeException());
    }
}
