package dev.ponder.reasoner.engine;

import dev.ponder.triton.client.text.ChatTemplate;
import dev.ponder.triton.client.token.ApproximateTokens;
import dev.ponder.triton.client.token.ByteTokens;
import dev.ponder.triton.client.token.TokenCodec;
import dev.ponder.triton.client.token.huggingface.TokenizerFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Makes what speaks to the model, as the configuration says. */
public final class Engines {

    private Engines() {}

    /**
     * The model's tokeniser.
     *
     * @throws IOException if the file can't be read
     */
    public static TokenCodec codec(EngineConfig config) throws IOException {
        Optional<Path> file = config.tokenizer();
        if (file.isPresent()) {
            return TokenizerFile.read(file.orElseThrow());
        }
        return config.byteTokens() ? new ByteTokens() : new ApproximateTokens();
    }

    /**
     * The model's chat template.
     *
     * @throws IOException if the file can't be read, or its template can't be run
     */
    public static ChatTemplate template(EngineConfig config) throws IOException {
        Optional<Path> file = config.tokenizerConfig();
        return file.isPresent() ? ChatTemplate.read(file.orElseThrow()) : ChatTemplate.chatMl();
    }
}
