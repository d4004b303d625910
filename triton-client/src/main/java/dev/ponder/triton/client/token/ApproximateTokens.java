package dev.ponder.triton.client.token;

import java.util.regex.Pattern;

/**
 * Counts roughly as a byte-pair tokeniser would, for shards whose tokeniser is not at hand. Good enough for budgets; a bill wants
 * the model's own {@code tokenizer.json}. Can't encode or decode.
 */
public final class ApproximateTokens implements TokenCodec {

    private static final Pattern PIECE = Pattern.compile(" ?[A-Za-z]{1,6}|\\d|\\s+|.", Pattern.DOTALL);

    @Override
    public int[] encode(String text) {
        throw new UnsupportedOperationException("token ids need the model's tokenizer.json");
    }

    @Override
    public String decode(int[] ids) {
        throw new UnsupportedOperationException("token ids need the model's tokenizer.json");
    }

    @Override
    public boolean hasIds() {
        return false;
    }

    @Override
    public int count(String text) {
        return (int) PIECE.matcher(text).results().count();
    }
}
