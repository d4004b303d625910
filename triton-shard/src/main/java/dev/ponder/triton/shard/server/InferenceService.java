package dev.ponder.triton.shard.server;

import dev.ponder.triton.shard.model.ModelDef;
import dev.ponder.triton.shard.model.Refusal;
import dev.ponder.triton.shard.serve.ServedModel;
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
import java.util.function.Function;

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
            "system_shared_memory",
            "cuda_shared_memory",
            "binary_tensor_data",
            "parameters",
            "statistics",
            "trace",
            "logging");

    private static final Refusal NO_EXPLICIT_LOAD =
            new Refusal(Status.Code.UNAVAILABLE, "explicit model load / unload is not allowed if polling is enabled");

    private final Catalogue catalogue;
    private final Connections connections;

    InferenceService(Catalogue catalogue, Connections connections) {
        this.catalogue = catalogue;
        this.connections = connections;
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
        Optional<Refusal> unknown = catalogue.unknown(request.getName(), request.getVersion());
        Optional<Refusal> wrong = unknown.filter(refusal -> refusal.code() == Status.Code.INVALID_ARGUMENT);
        wrong.ifPresentOrElse(
                refusal -> refuse(out, refusal),
                () -> answer(
                        out,
                        ModelReadyResponse.newBuilder()
                                .setReady(unknown.isEmpty())
                                .build()));
    }

    @Override
    public void modelMetadata(ModelMetadataRequest request, StreamObserver<ModelMetadataResponse> out) {
        describe(request.getName(), request.getVersion(), out, ModelDef::metadata);
    }

    @Override
    public void modelConfig(ModelConfigRequest request, StreamObserver<ModelConfigResponse> out) {
        describe(
                request.getName(),
                request.getVersion(),
                out,
                model -> ModelConfigResponse.newBuilder()
                        .setConfig(model.config())
                        .build());
    }

    private <T> void describe(String name, String version, StreamObserver<T> out, Function<ModelDef, T> form) {
        catalogue
                .unknown(name, version)
                .ifPresentOrElse(
                        refusal -> refuse(out, refusal),
                        () -> answer(
                                out,
                                form.apply(catalogue.find(name).orElseThrow().definition())));
    }

    @Override
    public void modelStatistics(ModelStatisticsRequest request, StreamObserver<ModelStatisticsResponse> out) {
        String name = request.getName();
        List<ServedModel> asked = name.isEmpty()
                ? catalogue.all()
                : catalogue.find(name).map(List::of).orElse(List.of());
        if (asked.isEmpty()) {
            refuse(out, new Refusal(Status.Code.INVALID_ARGUMENT, "requested model '" + name + "' is not available"));
            return;
        }
        ModelStatisticsResponse.Builder statistics = ModelStatisticsResponse.newBuilder();
        asked.forEach(one ->
                statistics.mergeFrom(one.counters().statistics(one.definition().name())));
        answer(out, statistics.build());
    }

    @Override
    public void repositoryIndex(RepositoryIndexRequest request, StreamObserver<RepositoryIndexResponse> out) {
        RepositoryIndexResponse.Builder index = RepositoryIndexResponse.newBuilder();
        catalogue
                .all()
                .forEach(one -> index.addModels(RepositoryIndexResponse.ModelIndex.newBuilder()
                        .setName(one.definition().name())
                        .setVersion(ModelDef.VERSION)
                        .setState("READY")));
        answer(out, index.build());
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

    @Override
    public void modelInfer(ModelInferRequest request, StreamObserver<ModelInferResponse> out) {
        Optional<Refusal> refusal = catalogue.unaryRefusal(request);
        if (refusal.isPresent()) {
            catalogue
                    .find(request.getModelName())
                    .ifPresent(model -> model.counters().refused());
            refuse(out, refusal.orElseThrow());
            return;
        }
        ServedModel model = catalogue.find(request.getModelName()).orElseThrow();
        new UnaryReply((ServerCallStreamObserver<ModelInferResponse>) out).answer(model, request);
    }

    @Override
    public StreamObserver<ModelInferRequest> modelStreamInfer(StreamObserver<ModelStreamInferResponse> out) {
        return new StreamSession((ServerCallStreamObserver<ModelStreamInferResponse>) out, catalogue, connections);
    }

    private static <T> void answer(StreamObserver<T> out, T response) {
        out.onNext(response);
        out.onCompleted();
    }

    private static void refuse(StreamObserver<?> out, Refusal refusal) {
        out.onError(refusal.status().asRuntimeException());
    }
}
