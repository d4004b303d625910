package dev.ponder.triton.client.profile;

import dev.ponder.triton.client.generation.FinishReason;
import dev.ponder.triton.client.generation.Prefix;
import dev.ponder.triton.client.text.CumulativeText;
import dev.ponder.triton.client.token.TokenCodec;
import dev.ponder.triton.wire.ModelInferResponse;
import java.util.Optional;

/** Makes pieces of text that comes whole each time. The engine says no counts, so tokens are counted here. One thread. */
final class LlmapiReader implements OutputReader {

    private final TokenCodec codec;
    private final Prefix prefix;
    private final CumulativeText text = new CumulativeText();
    private FinishReason reason = FinishReason.UNKNOWN;

    LlmapiReader(TokenCodec codec, Prefix prefix) {
        this.codec = codec;
        this.prefix = prefix;
    }

    @Override
    public Piece accept(ModelInferResponse response) throws UnreadableOutputException {
        Outputs.textIfReadable(response, "finish_reason").ifPresent(this::reasonIs);
        Optional<String> whole = Outputs.text(response, "text_output");
        if (whole.isEmpty()) {
            return Piece.NOTHING;
        }
        if (!text.isContinuedBy(whole.orElseThrow())) {
            throw new UnreadableOutputException("text_output does not continue the text before it");
        }
        return piece(text.accept(whole.orElseThrow()));
    }

    @Override
    public Piece finish() {
        return piece(text.finish());
    }

    private Piece piece(String delta) {
        return delta.isEmpty() ? Piece.NOTHING : new Piece(delta, codec.count(delta));
    }

    private void reasonIs(String said) {
        reason = switch (said) {
            case "stop" -> FinishReason.STOP;
            case "length" -> FinishReason.LENGTH;
            default -> reason;
        };
    }

    /** Counts the whole text: the pieces' counts need not add up, since tokens may span them. */
    @Override
    public int completionTokens() {
        return codec.count(prefix.text() + text.whole());
    }

    @Override
    public FinishReason finishReason() {
        return reason;
    }
}
