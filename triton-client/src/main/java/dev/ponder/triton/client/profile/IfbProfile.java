package dev.ponder.triton.client.profile;

import dev.ponder.triton.client.generation.GenerationRequest;
import dev.ponder.triton.client.text.CumulativeText;
import dev.ponder.triton.client.token.TokenCodec;
import dev.ponder.triton.wire.ModelInferRequest;
import dev.ponder.triton.wire.ModelInferResponse;
import java.util.Arrays;
import java.util.Set;

/**
 * Token ids in, new token ids out: the {@code tensorrt_llm} model of TensorRT-LLM up to 1.2.
 *
 * @param model the model's name
 * @param inputs what it takes: names changed between versions
 */
record IfbProfile(String model, Set<String> inputs) implements ModelProfile {

    IfbProfile {
        inputs = Set.copyOf(inputs);
    }

    @Override
    public ModelInferRequest generate(GenerationRequest request, TokenCodec codec) {
        int[] ids = codec.encode(request.prompt());
        ModelInferRequest.Builder wire = ModelProfile.about(model, request.id());
        Tensors tensors = new Tensors(wire, true)
                .numbers("input_ids", ids)
                .number("input_lengths", ids.length)
                .number("request_output_len", request.maxTokens())
                .flag("streaming", true)
                .real("temperature", request.temperature())
                .real("runtime_top_p", request.topP());
        Long seed = request.seed();
        if (seed != null) {
            tensors.unsigned(inputs.contains("seed") ? "seed" : "random_seed", seed);
        }
        return wire.build();
    }

    @Override
    public ModelInferRequest stop(String id) {
        ModelInferRequest.Builder wire = ModelProfile.about(model, id);
        new Tensors(wire, true)
                .numbers("input_ids", new int[] {0})
                .number("input_lengths", 1)
                .number("request_output_len", 0)
                .flag("stop", true);
        return wire.build();
    }

    @Override
    public OutputReader reader(GenerationRequest request, TokenCodec codec) {
        return new Reader(codec, request.maxTokens());
    }

    private static final class Reader implements OutputReader {
        private static final int ROOM = 256;

        private final TokenCodec codec;
        private final int maxTokens;
        private final CumulativeText text = new CumulativeText();
        private int[] ids = new int[ROOM];
        private int count;

        private Reader(TokenCodec codec, int maxTokens) {
            this.codec = codec;
            this.maxTokens = maxTokens;
        }

        /** Decodes all ids each time: what a token says can depend on the one before it. */
        @Override
        public String accept(ModelInferResponse response) throws UnreadableOutputException {
            int[] fresh = Outputs.numbers(response, "output_ids");
            if (count + fresh.length > ids.length) {
                ids = Arrays.copyOf(ids, Math.max(ids.length * 2, count + fresh.length));
            }
            System.arraycopy(fresh, 0, ids, count, fresh.length);
            count += fresh.length;
            return fresh.length == 0 ? "" : text.accept(codec.decode(Arrays.copyOf(ids, count)));
        }

        @Override
        public String finish() {
            return text.finish();
        }

        @Override
        public int completionTokens() {
            return count;
        }

        @Override
        public boolean isCut() {
            return count >= maxTokens;
        }
    }
}
