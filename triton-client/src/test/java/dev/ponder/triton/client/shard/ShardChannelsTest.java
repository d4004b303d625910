package dev.ponder.triton.client.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Channel;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardChannelsTest {

    private static final int GENERATIONS = 8;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void spreadsGenerationsOverSoManyConnections(int channels) throws IOException {
        ShardSettings settings = ShardSettings.of("tensorrt_llm").withChannels(channels);
        try (ShardFixture fixture = ShardFixture.of(Wire.LLMAPI, settings, (_, _) -> {})) {
            IntStream.range(0, GENERATIONS)
                    .forEach(_ -> fixture.shard().start(ShardFixture.request(), new RecordingListener()));

            await().untilAsserted(() -> assertThat(fixture.server().requests).hasSize(GENERATIONS));
            assertThat(fixture.server().connections).hasValue(channels);
        }
    }

    @Test
    void takesConnectionsInTurn() {
        ShardSettings settings = ShardSettings.of("m").withChannels(3);
        try (ShardChannels channels = new ShardChannels(new ShardAddress("127.0.0.1", 1), settings)) {
            List<Channel> twice =
                    IntStream.range(0, 6).mapToObj(_ -> channels.next()).toList();

            assertThat(twice.subList(0, 3)).doesNotHaveDuplicates().isEqualTo(twice.subList(3, 6));
        }
    }
}
