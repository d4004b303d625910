package dev.ponder.triton.client.shard;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.triton.client.generation.GenerationRequest;
import dev.ponder.triton.client.generation.Prefix;
import dev.ponder.triton.client.token.ApproximateTokens;
import dev.ponder.triton.client.token.ByteTokens;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A scripted server and the client on it. */
record ShardFixture(ScriptedShard server, TritonShard shard) implements AutoCloseable {

    static ShardFixture llmapi(ScriptedShard.Script script) throws IOException {
        return of(Wire.LLMAPI, ShardSettings.of("tensorrt_llm"), script);
    }

    static ShardFixture ifb(ScriptedShard.Script script) throws IOException {
        return of(Wire.IFB, ShardSettings.of("tensorrt_llm"), script);
    }

    static ShardFixture of(Map<String, List<Long>> inputs, ShardSettings settings, ScriptedShard.Script script)
            throws IOException {
        ScriptedShard server = new ScriptedShard(inputs, script);
        boolean ids = inputs.containsKey("input_ids");
        return new ShardFixture(
                server,
                new TritonShard(
                        server.address(), settings, ids ? new ByteTokens() : new ApproximateTokens(), Ticker.system()));
    }

    static GenerationRequest request() {
        return request(Duration.ofSeconds(20));
    }

    static GenerationRequest request(Duration deadline) {
        return new GenerationRequest(
                "g-1", "3/4+1/8?", 100, 0.6, 0.95, 40, 7L, List.of("##", "END"), deadline, Prefix.NONE);
    }

    @Override
    public void close() {
        shard.close();
        server.close();
    }
}
