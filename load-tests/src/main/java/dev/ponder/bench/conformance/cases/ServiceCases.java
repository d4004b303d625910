package dev.ponder.bench.conformance.cases;

import dev.ponder.triton.wire.ModelConfig;
import dev.ponder.triton.wire.ModelConfigRequest;
import dev.ponder.triton.wire.ModelMetadataRequest;
import dev.ponder.triton.wire.ModelMetadataResponse;
import dev.ponder.triton.wire.ModelMetadataResponse.TensorMetadata;
import dev.ponder.triton.wire.ModelReadyRequest;
import dev.ponder.triton.wire.ModelStatisticsRequest;
import dev.ponder.triton.wire.RepositoryIndexRequest;
import dev.ponder.triton.wire.RepositoryModelLoadRequest;
import dev.ponder.triton.wire.RepositoryModelUnloadRequest;
import dev.ponder.triton.wire.ServerLiveRequest;
import dev.ponder.triton.wire.ServerMetadataRequest;
import dev.ponder.triton.wire.ServerMetadataResponse;
import dev.ponder.triton.wire.ServerReadyRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the server says of itself and of its models. */
final class ServiceCases {

    private static final String MODEL = "llm_stream";
    private static final String NONE = "no_such_model";

    private ServiceCases() {}

    static List<Case> all() {
        List<Case> cases = new ArrayList<>(server());
        cases.addAll(readiness());
        cases.addAll(descriptions());
        cases.addAll(repository());
        return cases;
    }

    private static List<Case> server() {
        ServerMetadataRequest metadata = ServerMetadataRequest.getDefaultInstance();
        return List.of(
                Unary.of(
                        "live",
                        stub -> "live="
                                + stub.serverLive(ServerLiveRequest.getDefaultInstance())
                                        .getLive()),
                Unary.of(
                        "ready",
                        stub -> "ready="
                                + stub.serverReady(ServerReadyRequest.getDefaultInstance())
                                        .getReady()),
                Unary.of("server metadata: name and version", stub -> {
                    ServerMetadataResponse said = stub.serverMetadata(metadata);
                    return said.getName() + " " + said.getVersion();
                }),
                Unary.of(
                        "server metadata: extensions",
                        stub -> stub.serverMetadata(metadata)
                                .getExtensionsList()
                                .toString()));
    }

    private static List<Case> readiness() {
        return List.of(
                ready("model ready", MODEL, ""),
                ready("model ready, version 1", MODEL, "1"),
                ready("model ready, version that is not there", MODEL, "7"),
                ready("model ready, version that is no number", MODEL, "x"),
                ready("model ready, unknown model", NONE, ""),
                ready("model ready, no name", "", ""));
    }

    private static List<Case> descriptions() {
        return List.of(
                metadata("model metadata", MODEL, ""),
                metadata("model metadata, one answer", "llm_once", ""),
                metadata("model metadata, ensemble", "ensemble", ""),
                metadata("model metadata, llmapi", "tensorrt_llm", ""),
                metadata("model metadata, version that is not there", MODEL, "7"),
                metadata("model metadata, unknown model", NONE, ""),
                config("model config, decoupled", MODEL),
                config("model config, one answer", "llm_once"),
                config("model config, ensemble", "ensemble"),
                config("model config, llmapi", "tensorrt_llm"),
                config("model config, unknown model", NONE));
    }

    private static List<Case> repository() {
        RepositoryModelLoadRequest load =
                RepositoryModelLoadRequest.newBuilder().setModelName(MODEL).build();
        RepositoryModelUnloadRequest unload =
                RepositoryModelUnloadRequest.newBuilder().setModelName(MODEL).build();
        return List.of(
                Unary.of(
                        "repository index",
                        stub -> index(
                                stub
                                        .repositoryIndex(RepositoryIndexRequest.getDefaultInstance())
                                        .getModelsList()
                                        .stream()
                                        .map(one -> one.getName() + " " + one.getVersion() + " " + one.getState())
                                        .toList())),
                Unary.of(
                        "model load, not allowed",
                        stub -> stub.repositoryModelLoad(load).toString()),
                Unary.of(
                        "model unload, not allowed",
                        stub -> stub.repositoryModelUnload(unload).toString()),
                statistics("statistics of a model", MODEL),
                statistics("statistics of an unknown model", NONE));
    }

    private static Case ready(String name, String model, String version) {
        ModelReadyRequest request = ModelReadyRequest.newBuilder()
                .setName(model)
                .setVersion(version)
                .build();
        return Unary.of(name, stub -> "ready=" + stub.modelReady(request).getReady());
    }

    private static Case metadata(String name, String model, String version) {
        ModelMetadataRequest request = ModelMetadataRequest.newBuilder()
                .setName(model)
                .setVersion(version)
                .build();
        return Unary.of(name, stub -> shown(stub.modelMetadata(request)));
    }

    private static String shown(ModelMetadataResponse metadata) {
        return metadata.getName() + " " + metadata.getVersionsList() + " " + metadata.getPlatform() + " in: "
                + shown(metadata.getInputsList()) + " out: " + shown(metadata.getOutputsList());
    }

    private static String shown(List<TensorMetadata> tensors) {
        return tensors.stream()
                .map(one -> one.getName() + " " + one.getDatatype() + one.getShapeList())
                .collect(Collectors.joining(", "));
    }

    private static Case config(String name, String model) {
        ModelConfigRequest request =
                ModelConfigRequest.newBuilder().setName(model).build();
        return Unary.of(name, stub -> {
            ModelConfig config = stub.modelConfig(request).getConfig();
            return "decoupled=" + config.getModelTransactionPolicy().getDecoupled() + " max_batch_size="
                    + config.getMaxBatchSize() + " backend=" + config.getBackend() + " platform="
                    + config.getPlatform() + " optional="
                    + config.getInputList().stream()
                            .filter(input -> input.getOptional())
                            .count();
        });
    }

    private static Case statistics(String name, String model) {
        ModelStatisticsRequest request =
                ModelStatisticsRequest.newBuilder().setName(model).build();
        return Unary.of(
                name,
                stub -> index(stub.modelStatistics(request).getModelStatsList().stream()
                        .map(one -> one.getName() + " " + one.getVersion())
                        .toList()));
    }

    private static String index(List<String> lines) {
        return lines.stream().sorted().toList().toString();
    }
}
