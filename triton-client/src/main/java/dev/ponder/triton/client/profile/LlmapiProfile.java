package dev.ponder.triton.client.profile;

import dev.ponder.triton.client.generation.GenerationRequest;
import dev.ponder.triton.client.token.TokenCodec;
import dev.ponder.triton.wire.ModelInferRequest;
import java.util.Set;

/**
 * Text in, cumulative text out: TensorRT-LLM's {@code llmapi} model.
 *
 * @param model the model's name
 * @param batched whether shapes have a batch dimension
 * @param inputs what it takes: optional ones come and go between versions
 * @param swallowsCancel whether a cancelled call does not reach the engine
 */
record LlmapiProfile(String model, boolean batched, Set<String> inputs, boolean swallowsCancel)
        implements ModelProfile {

    LlmapiProfile {
        inputs = Set.copyOf(inputs);
    }

    @Override
    public boolean needsIds() {
        return false;
    }

    @Override
    public Start start(GenerationRequest request, TokenCodec codec) {
        ModelInferRequest.Builder wire = ModelProfile.about(model, request.id());
        Tensors tensors = new Tensors(wire, batched, inputs)
                .text("text_input", request.prompt() + request.prefix().text())
                .flag("streaming", true)
                .flag("return_finish_reason", true)
                .flag("sampling_param_exclude_input_from_output", true)
                .number("sampling_param_max_tokens", request.tokensLeft())
                .real("sampling_param_temperature", request.temperature())
                .real("sampling_param_top_p", request.topP())
                .numberIfSet("sampling_param_top_k", request.topK())
                .unsignedIfSet("sampling_param_seed", request.seed());
        if (!request.stop().isEmpty()) {
            tensors.texts("sampling_param_stop", request.stop());
        }
        return new Start(wire.build(), codec.count(request.prompt()));
    }

    @Override
    public ModelInferRequest stopping(String id) {
        ModelInferRequest.Builder wire = ModelProfile.about(model, id);
        new Tensors(wire, batched, inputs).text("text_input", "").flag("stop", true);
        return wire.build();
    }

    @Override
    public OutputReader reader(GenerationRequest request, TokenCodec codec) {
        return new LlmapiReader(codec, request.prefix());
    }
}
