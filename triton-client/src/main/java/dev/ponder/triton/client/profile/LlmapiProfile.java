package dev.ponder.triton.client.profile;

import dev.ponder.triton.client.generation.GenerationRequest;
import dev.ponder.triton.client.text.CumulativeText;
import dev.ponder.triton.client.token.TokenCodec;
import dev.ponder.triton.wire.ModelInferRequest;
import dev.ponder.triton.wire.ModelInferResponse;

/**
 * Text in, cumulative text out: TensorRT-LLM's {@code llmapi} model.
 *
 * @param model the model's name
 * @param batched whether shapes have a batch dimension
 */
record LlmapiProfile(String model, boolean batched) implements ModelProfile {

    @Override
    public ModelInferRequest generate(GenerationRequest request, TokenCodec codec) {
        ModelInferRequest.Builder wire = ModelProfile.about(model, request.id());
        Tensors tensors = new Tensors(wire, batched)
                .text("text_input", request.prompt())
                .flag("streaming", true)
                .flag("return_finish_reason", true)
                .flag("sampling_param_exclude_input_from_output", true)
                .number("sampling_param_max_tokens", request.maxTokens())
                .real("sampling_param_temperature", request.temperature())
                .real("sampling_param_top_p", request.topP());
        Long seed = request.seed();
        if (seed != null) {
            tensors.unsigned("sampling_param_seed", seed);
        }
        if (!request.stop().isEmpty()) {
            tensors.texts("sampling_param_stop", request.stop());
        }
        return wire.build();
    }

    @Override
    public ModelInferRequest stop(String id) {
        ModelInferRequest.Builder wire = ModelProfile.about(model, id);
        new Tensors(wire, batched).text("text_input", "").flag("stop", true);
        return wire.build();
    }

    @Override
    public OutputReader reader(GenerationRequest request, TokenCodec codec) {
        return new Reader(codec);
    }

    private static final class Reader implements OutputReader {
        private final TokenCodec codec;
        private final CumulativeText text = new CumulativeText();
        private boolean cut;

        private Reader(TokenCodec codec) {
            this.codec = codec;
        }

        @Override
        public String accept(ModelInferResponse response) throws UnreadableOutputException {
            cut |= Outputs.text(response, "finish_reason")
                    .filter("length"::equals)
                    .isPresent();
            return text.accept(Outputs.text(response, "text_output").orElse(text.whole()));
        }

        @Override
        public String finish() {
            return text.finish();
        }

        @Override
        public int completionTokens() {
            return codec.count(text.whole());
        }

        @Override
        public boolean isCut() {
            return cut;
        }
    }
}
