package dev.ponder.triton.shard.server;

import dev.ponder.triton.shard.model.ModelDef;
import dev.ponder.triton.shard.model.Refusal;
import dev.ponder.triton.shard.model.Validation;
import dev.ponder.triton.shard.serve.ServedModel;
import dev.ponder.triton.wire.ModelInferRequest;
import io.grpc.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The models of a server, and why a request for one is refused. Immutable. */
final class Catalogue {

    private final Map<String, ServedModel> models = new TreeMap<>();
    private final ShutdownState state;

    Catalogue(List<ServedModel> served, ShutdownState state) {
        served.forEach(one -> models.put(one.definition().name(), one));
        this.state = state;
    }

    Optional<ServedModel> find(String name) {
        return Optional.ofNullable(models.get(name));
    }

    List<ServedModel> all() {
        return List.copyOf(models.values());
    }

    /** Whether streams stay open for as long as their client holds them. */
    boolean neverHangsUp() {
        return state.neverHangsUp();
    }

    /** Whether a cancelled call leaves its generations running. */
    boolean hearsNoCancel() {
        return state.hearsNoCancel();
    }

    /** Why a model of that name and version is not there. */
    Optional<Refusal> unknown(String name, String version) {
        return models.containsKey(name)
                ? Validation.version(name, version)
                : Optional.of(
                        new Refusal(Status.Code.NOT_FOUND, "Request for unknown model: '" + name + "' is not found"));
    }

    /** Why a stream's request is refused before any inference. */
    Optional<Refusal> refusal(ModelInferRequest request) {
        return absent(request).or(() -> Validation.refusal(definition(request), request));
    }

    /** Why a unary request is refused: a decoupled model refuses it whatever its inputs are. */
    Optional<Refusal> unaryRefusal(ModelInferRequest request) {
        return absent(request)
                .or(() -> Optional.of(Refusal.DECOUPLED)
                        .filter(_ -> definition(request).decoupled()))
                .or(() -> Validation.refusal(definition(request), request));
    }

    private Optional<Refusal> absent(ModelInferRequest request) {
        String name = request.getModelName();
        return state.isGoing() && models.containsKey(name)
                ? Optional.of(new Refusal(
                        Status.Code.NOT_FOUND, "Request for unknown model: '" + name + "' has no available versions"))
                : unknown(name, request.getModelVersion());
    }

    private ModelDef definition(ModelInferRequest request) {
        return find(request.getModelName()).orElseThrow().definition();
    }
}
