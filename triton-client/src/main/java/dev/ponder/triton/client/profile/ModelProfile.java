package dev.ponder.triton.client.profile;

import dev.ponder.triton.client.generation.GenerationRequest;
import dev.ponder.triton.client.token.TokenCodec;
import dev.ponder.triton.wire.InferParameter;
import dev.ponder.triton.wire.ModelInferRequest;
import dev.ponder.triton.wire.ModelMetadataResponse;
import dev.ponder.triton.wire.ModelMetadataResponse.TensorMetadata;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The form in which a model takes and gives text. Found from the names of its inputs, never from a version, because the forms
 * outlive versions (TensorRT-LLM {@code triton_backend/all_models}).
 */
public sealed interface ModelProfile permits LlmapiProfile, IfbProfile {

    /** The request parameter that makes a server end each generation with a message. */
    String EMPTY_FINAL = "triton_enable_empty_final_response";

    /** Finds the profile of a model, or nothing where it is of a form that is not known here. */
    static Optional<ModelProfile> of(ModelMetadataResponse metadata) {
        Set<String> inputs =
                metadata.getInputsList().stream().map(TensorMetadata::getName).collect(Collectors.toUnmodifiableSet());
        if (inputs.contains("input_ids") && inputs.contains("request_output_len")) {
            return Optional.of(new IfbProfile(metadata.getName(), inputs, isEnsemble(metadata)));
        }
        if (inputs.contains("text_input") && inputs.contains("sampling_param_max_tokens")) {
            return Optional.of(new LlmapiProfile(
                    metadata.getName(), isBatched(metadata, "text_input"), inputs, isEnsemble(metadata)));
        }
        return Optional.empty();
    }

    private static boolean isBatched(ModelMetadataResponse metadata, String input) {
        return metadata.getInputsList().stream()
                .anyMatch(tensor -> tensor.getName().equals(input) && tensor.getShapeCount() > 1);
    }

    private static boolean isEnsemble(ModelMetadataResponse metadata) {
        return metadata.getPlatform().equals("ensemble");
    }

    /** Whether the wire carries token ids, so that a codec must have the model's own. */
    boolean needsIds();

    /** How many tokens the prompt has, and the request that starts the generation. */
    record Start(ModelInferRequest request, int promptTokens) {}

    /** The request that starts a generation. */
    Start start(GenerationRequest request, TokenCodec codec);

    /**
     * Whether a cancelled call does not reach the engine. Both engines look for it every 100 ms, so this is said of an ensemble alone,
     * whose parts a real server (2.51.0) never told; its parts hear of a stop, since it hands the request's id on.
     */
    boolean swallowsCancel();

    /**
     * The request that stops the generation of an id from the side, for engines that a cancelled call does not reach. Nothing where the
     * model's metadata names no {@code stop}: without it the request would begin a generation.
     */
    default Optional<ModelInferRequest> stop(String id) {
        return inputs().contains("stop") ? Optional.of(stopping(id)) : Optional.empty();
    }

    /** What the model takes, by name. */
    Set<String> inputs();

    /** The stop of a model that takes one. */
    ModelInferRequest stopping(String id);

    /** Reads the answers of one generation. */
    OutputReader reader(GenerationRequest request, TokenCodec codec);

    /**
     * A request about a generation. It always asks for the empty final message: without it some backends end a stream of
     * answers without saying so.
     */
    static ModelInferRequest.Builder about(String model, String id) {
        return ModelInferRequest.newBuilder()
                .setModelName(model)
                .setId(id)
                .putParameters(
                        EMPTY_FINAL,
                        InferParameter.newBuilder().setBoolParam(true).build());
    }
}
