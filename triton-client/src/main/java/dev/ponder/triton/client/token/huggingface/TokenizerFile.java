package dev.ponder.triton.client.token.huggingface;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.ponder.triton.client.token.TokenCodec;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A model's own {@code tokenizer.json}. Holds native memory for the life of the process; the native library is unpacked into the
 * user's cache at first use.
 */
public final class TokenizerFile implements TokenCodec {

    private static final String SMALL = "small-tokenizer.json";
    /** How models of the known families end an answer, the likeliest first. */
    private static final String[] ENDS = {"<|im_end|>", "<|eot_id|>", "<|endoftext|>", "</s>"};

    private final HuggingFaceTokenizer tokenizer;
    private final OptionalInt endId;

    private TokenizerFile(HuggingFaceTokenizer tokenizer) {
        this.tokenizer = tokenizer;
        this.endId = Stream.of(ENDS)
                .map(this::encode)
                .filter(ids -> ids.length == 1 && decode(ids).isEmpty())
                .mapToInt(ids -> ids[0])
                .findFirst();
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it is missing or no tokenizer
     */
    public static TokenizerFile read(Path file) throws IOException {
        try (InputStream json = Files.newInputStream(file)) {
            return new TokenizerFile(open(json));
        }
    }

    /**
     * The small tokeniser that comes with this library: byte-level pairs learnt from arithmetic and prose, with ChatML's special
     * tokens. It is no model's own, so its counts are for simulated shards and tests.
     *
     * @throws IOException if the native library can't be unpacked
     */
    public static TokenizerFile small() throws IOException {
        try (InputStream json = TokenizerFile.class.getResourceAsStream(SMALL)) {
            if (json == null) {
                throw new FileNotFoundException(SMALL);
            }
            return new TokenizerFile(open(json));
        }
    }

    private static HuggingFaceTokenizer open(InputStream json) throws IOException {
        Map<String, String> options = Map.of("addSpecialTokens", "false", "truncation", "false", "padding", "false");
        return HuggingFaceTokenizer.newInstance(json, options);
    }

    @Override
    public int[] encode(String text) {
        return Arrays.stream(tokenizer.encode(text, false, false).getIds())
                .mapToInt(Math::toIntExact)
                .toArray();
    }

    @Override
    public String decode(int[] ids) {
        return tokenizer.decode(Arrays.stream(ids).asLongStream().toArray(), true);
    }

    @Override
    public int count(String text) {
        return tokenizer.encode(text, false, false).getIds().length;
    }

    @Override
    public OptionalInt endId() {
        return endId;
    }
}
