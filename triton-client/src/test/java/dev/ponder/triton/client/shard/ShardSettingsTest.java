package dev.ponder.triton.client.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardSettingsTest {

    /** Of a Triton server that was told nothing: what it takes at most without sending us away. */
    private static final Duration TRITON_LEAST = Duration.ofMinutes(5);

    private static final ShardSettings USUAL = ShardSettings.of("m");

    @Test
    void pingsSeldomEnoughForAServerThatWasToldNothing() {
        assertThat(USUAL.leastPing()).isEqualTo(TRITON_LEAST);
        assertThat(USUAL.keepAlive()).isGreaterThan(TRITON_LEAST);
    }

    @Test
    void refusesToPingMoreOftenThanTheServerAllows() {
        assertThatThrownBy(() -> USUAL.withKeepAlive(Duration.ofSeconds(299), TRITON_LEAST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("keepAlive of PT4M59S is below what the server allows, PT5M");
    }

    @Test
    void pingsMoreOftenWhereTheServerWasToldToAllowIt() {
        ShardSettings often = USUAL.withKeepAlive(Duration.ofSeconds(20), Duration.ofSeconds(15));

        assertThat(often.keepAlive()).isEqualTo(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void takesOneToFourChannels(int channels) {
        assertThat(USUAL.withChannels(channels).channels()).isEqualTo(channels);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 5})
    void refusesNoChannelsAndTooMany(int channels) {
        assertThatThrownBy(() -> USUAL.withChannels(channels))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("channels is not in 1..4: " + channels);
    }
}
