package dev.ponder.reasoner.engine;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.triton.client.pool.HealthRule;
import dev.ponder.triton.client.pool.ShardPool;
import dev.ponder.triton.client.shard.ShardAddress;
import dev.ponder.triton.client.shard.ShardSettings;
import dev.ponder.triton.client.shard.TritonShard;
import dev.ponder.triton.client.text.ChatTemplate;
import dev.ponder.triton.client.token.ApproximateTokens;
import dev.ponder.triton.client.token.ByteTokens;
import dev.ponder.triton.client.token.TokenCodec;
import dev.ponder.triton.client.token.huggingface.TokenizerFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Makes what drives the shards, as the configuration says. */
public final class Engines {

    private Engines() {}

    /** The pool of all shards; connections open when they are first used. */
    public static ShardPool pool(EngineConfig config, TokenCodec codec, Ticker ticker) {
        ShardSettings settings = ShardSettings.of(config.model()).withChannels(config.channels());
        List<TritonShard> shards = config.shards().stream()
                .map(address -> new TritonShard(ShardAddress.parse(address), settings, codec, ticker))
                .toList();
        return new ShardPool(shards, HealthRule.standard(), ticker);
    }

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
