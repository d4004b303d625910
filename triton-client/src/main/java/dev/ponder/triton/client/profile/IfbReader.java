package dev.ponder.triton.client.profile;

import dev.ponder.triton.client.generation.FinishReason;
import dev.ponder.triton.client.generation.GenerationRequest;
import dev.ponder.triton.client.token.IncrementalText;
import dev.ponder.triton.client.token.TokenCodec;
import dev.ponder.triton.wire.ModelInferResponse;
import java.util.Arrays;

/** Makes pieces of token ids that come as they are generated. The model does not say why it stopped; the count does. One thread. */
final class IfbReader implements OutputReader {

    private final IncrementalText text;
    private final int maxTokens;
    private int count;

    IfbReader(TokenCodec codec, GenerationRequest request) {
        this.text = new IncrementalText(codec, IfbProfile.before(request, codec));
        this.maxTokens = request.maxTokens();
        this.count = request.prefix().tokens();
    }

    /** Ids below 0 are padding of short beams. */
    @Override
    public Piece accept(ModelInferResponse response) throws UnreadableOutputException {
        int[] fresh = Arrays.stream(Outputs.numbers(response, "output_ids"))
                .filter(id -> id >= 0)
                .toArray();
        count += fresh.length;
        return fresh.length == 0 ? Piece.NOTHING : new Piece(text.accept(fresh), fresh.length);
    }

    @Override
    public Piece finish() {
        return new Piece(text.finish(), 0);
    }

    @Override
    public int completionTokens() {
        return count;
    }

    @Override
    public FinishReason finishReason() {
        return count >= maxTokens ? FinishReason.LENGTH : FinishReason.STOP;
    }
}
