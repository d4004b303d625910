package dev.ponder.triton.client.profile;

import dev.ponder.triton.client.generation.GenerationRequest;
import dev.ponder.triton.client.token.TokenCodec;
import dev.ponder.triton.wire.ModelInferRequest;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Token ids in, new token ids out: the {@code tensorrt_llm} model of TensorRT-LLM up to 1.2. All its shapes have a batch dimension.
 *
 * @param model the model's name
 * @param inputs what it takes: names changed between versions ({@code random_seed} became {@code seed})
 * @param swallowsCancel whether a cancelled call does not reach the engine
 */
record IfbProfile(String model, Set<String> inputs, boolean swallowsCancel) implements ModelProfile {

    IfbProfile {
        inputs = Set.copyOf(inputs);
    }

    @Override
    public boolean needsIds() {
        return true;
    }

    @Override
    public Start start(GenerationRequest request, TokenCodec codec) {
        int[] prompt = codec.encode(request.prompt());
        int[] before = before(request, codec);
        int[] ids = Arrays.copyOf(prompt, prompt.length + before.length);
        System.arraycopy(before, 0, ids, prompt.length, before.length);
        ModelInferRequest.Builder wire = ModelProfile.about(model, request.id());
        Tensors tensors = new Tensors(wire, true, inputs)
                .numbers("input_ids", ids)
                .number("input_lengths", ids.length)
                .number("request_output_len", request.tokensLeft())
                .flag("streaming", true)
                .flag("exclude_input_in_output", true)
                .unsignedIfSet(inputs.contains("seed") ? "seed" : "random_seed", request.seed());
        sampling(request, tensors);
        OptionalInt end = codec.endId();
        if (end.isPresent()) {
            tensors.number("end_id", end.orElseThrow()).number("pad_id", end.orElseThrow());
        }
        if (!request.stop().isEmpty()) {
            int[] words =
                    StopWords.rows(request.stop().stream().map(codec::encode).toList());
            if (words.length > 0) {
                tensors.matrix("stop_words_list", words, 2);
            }
        }
        return new Start(wire.build(), prompt.length);
    }

    /** The ids of what was generated before, encoded by itself: the prompt's ids stay those that it had then. */
    static int[] before(GenerationRequest request, TokenCodec codec) {
        String text = request.prefix().text();
        return text.isEmpty() ? new int[0] : codec.encode(text);
    }

    /** Greedy is asked for as the one likeliest token, which says it whatever a version makes of a temperature of 0. */
    private void sampling(GenerationRequest request, Tensors tensors) {
        if (request.temperature() == 0 && inputs.contains("runtime_top_k")) {
            tensors.number("runtime_top_k", 1);
        } else {
            tensors.real("temperature", request.temperature())
                    .real("runtime_top_p", request.topP())
                    .numberIfSet("runtime_top_k", request.topK());
        }
    }

    @Override
    public ModelInferRequest stopping(String id) {
        ModelInferRequest.Builder wire = ModelProfile.about(model, id);
        new Tensors(wire, true, inputs)
                .numbers("input_ids", new int[] {0})
                .number("input_lengths", 1)
                .number("request_output_len", 1)
                .flag("stop", true);
        return wire.build();
    }

    @Override
    public OutputReader reader(GenerationRequest request, TokenCodec codec) {
        return new IfbReader(codec, request);
    }
}
