package dev.ponder.triton.shard.model;

import dev.ponder.triton.wire.InferParameter;
import dev.ponder.triton.wire.InferParameter.ParameterChoiceCase;
import dev.ponder.triton.wire.ModelInferRequest;
import dev.ponder.triton.wire.ModelInferRequest.InferInputTensor;
import dev.ponder.triton.wire.ModelInferRequest.InferRequestedOutputTensor;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Refuses requests as a real Triton server (2.51.0) was seen to, in the same order and words. Pure.
 */
public final class Validation {

    private static final String EMPTY_FINAL = "triton_enable_empty_final_response";

    private Validation() {}

    /** Says why the request is refused, or nothing. */
    public static Optional<Refusal> refusal(ModelDef model, ModelInferRequest request) {
        return Stream.<Supplier>of(
                        () -> version(model, request),
                        () -> parameters(request),
                        () -> names(model, request),
                        () -> TensorPresence.refusal(model, request),
                        () -> missing(model, request),
                        () -> Shapes.refusal(model, request),
                        () -> TensorSizes.refusal(model, request))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private interface Supplier {
        Optional<Refusal> get();
    }

    static String prefix(ModelInferRequest request) {
        return "[request id: " + (request.getId().isEmpty() ? "<id_unknown>" : request.getId()) + "] ";
    }

    /** Why a version can't be served, shared with the metadata calls. */
    public static Optional<Refusal> version(String model, String version) {
        if (version.isEmpty() || version.equals(ModelDef.VERSION)) {
            return Optional.empty();
        }
        if (!version.matches("\\d{1,18}")) {
            return Optional.of(Refusal.invalid("failed to get model version from specified version string '" + version
                    + "' (details: stol), version should be an integral value > 0"));
        }
        return Optional.of(
                Refusal.notFound("Request for unknown model: '" + model + "' version " + version + " is not found"));
    }

    private static Optional<Refusal> version(ModelDef model, ModelInferRequest request) {
        return version(model.name(), request.getModelVersion());
    }

    private static Optional<Refusal> parameters(ModelInferRequest request) {
        return request.getParametersMap().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> parameter(entry.getKey(), entry.getValue()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Refusal> parameter(String key, InferParameter value) {
        ParameterChoiceCase choice = value.getParameterChoiceCase();
        return switch (key) {
            case EMPTY_FINAL -> expect(key, choice, "bool_param", ParameterChoiceCase.BOOL_PARAM);
            case "timeout" -> expect(key, choice, "int64_param", ParameterChoiceCase.INT64_PARAM);
            case "priority" ->
                expect(
                        key,
                        choice,
                        "int64_param or uint64_param",
                        ParameterChoiceCase.INT64_PARAM,
                        ParameterChoiceCase.UINT64_PARAM);
            default -> custom(key, choice);
        };
    }

    private static Optional<Refusal> custom(String key, ParameterChoiceCase choice) {
        if (key.startsWith("triton_")) {
            return Optional.of(
                    Refusal.invalid("parameter keys starting with 'triton_' are reserved for Triton usage. Only"
                            + " the following keys starting with 'triton_' are allowed: " + EMPTY_FINAL));
        }
        return choice == ParameterChoiceCase.PARAMETERCHOICE_NOT_SET
                ? Optional.of(wrongParameter(key, "int64_param, bool_param, or string_param"))
                : Optional.empty();
    }

    private static Optional<Refusal> expect(
            String key, ParameterChoiceCase choice, String wanted, ParameterChoiceCase... allowed) {
        return List.of(allowed).contains(choice) ? Optional.empty() : Optional.of(wrongParameter(key, wanted));
    }

    private static Refusal wrongParameter(String key, String wanted) {
        return Refusal.invalid("invalid value type for '" + key + "' parameter, expected " + wanted + ".");
    }

    private static Optional<Refusal> names(ModelDef model, ModelInferRequest request) {
        Set<String> seen = new HashSet<>();
        for (InferInputTensor input : request.getInputsList()) {
            if (model.input(input.getName()).isEmpty()) {
                return Optional.of(Refusal.invalid(
                        "unexpected inference input '" + input.getName() + "' for model '" + model.name() + "'"));
            }
            if (!seen.add(input.getName())) {
                return Optional.of(
                        Refusal.invalid(prefix(request) + "input '" + input.getName() + "' already exists in request"));
            }
        }
        return request.getOutputsList().stream()
                .map(InferRequestedOutputTensor::getName)
                .filter(name -> !model.hasOutput(name))
                .findFirst()
                .map(name ->
                        Refusal.invalid("unexpected inference output '" + name + "' for model '" + model.name() + "'"));
    }

    private static Optional<Refusal> missing(ModelDef model, ModelInferRequest request) {
        Set<String> given =
                request.getInputsList().stream().map(InferInputTensor::getName).collect(Collectors.toSet());
        List<String> missing = model.inputs().stream()
                .filter(input -> !input.optional() && !given.contains(input.name()))
                .map(TensorDef::name)
                .toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        long required =
                model.inputs().stream().filter(input -> !input.optional()).count();
        return Optional.of(Refusal.invalid(prefix(request) + "expected number of inputs between " + required + " and "
                + model.inputs().size() + " but got " + request.getInputsCount() + " inputs for model '" + model.name()
                + "'. Got input(s) [" + quoted(given.stream().sorted().toList())
                + "], but missing required input(s) [" + quoted(missing) + "]. Please provide all required input(s)."));
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(","));
    }
}
