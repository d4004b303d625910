package dev.ponder.autoscaler.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.autoscaler.source.SeenReplica;
import dev.ponder.scaling.observation.Reading;
import dev.ponder.scaling.observation.ReplicaState;
import dev.ponder.scaling.observation.ReplicaState.Phase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutstandingTest {

    private static final String BLOCKS = """
            nv_trt_llm_kv_cache_block_metrics{kv_cache_block_type="used",model="m",version="1"} 12
            nv_trt_llm_kv_cache_block_metrics{kv_cache_block_type="tokens_per",model="m",version="1"} 32
            nv_trt_llm_kv_cache_block_metrics{kv_cache_block_type="fraction",model="m",version="1"} 0.25
            """;

    @Test
    void isWhatTheReasonerAtThatAddressPromised() {
        PoolSnapshot now = Snapshots.calm()
                .replicas(Reading.of(List.of(pod("one", "10.0.0.1"), pod("two", "10.0.0.2"))))
                .reasoner("10.0.0.1:8080", "ponder_reasoner_tokens_promised 4096\n")
                .after(5);

        Map<String, Reading<Double>> outstanding = Outstanding.of(now);

        assertThat(outstanding.get("one")).isEqualTo(Reading.of(4096.0));
        assertThat(outstanding.get("two")).isInstanceOf(Reading.Missing.class);
    }

    @Test
    void isWhatTheShardsBlocksHoldWhereNoReasonerIsThere() {
        PoolSnapshot now = Snapshots.calm()
                .replicas(Reading.of(List.of(pod("one", "fd00::1"))))
                .shard("[fd00::1]:8002", BLOCKS)
                .after(5);

        Map<String, Reading<Double>> outstanding = Outstanding.of(now);

        assertThat(outstanding.get("one")).isEqualTo(Reading.of(384.0));
        assertThat(KvUse.of(now)).isEqualTo(Reading.of(0.25));
    }

    @Test
    void makesAReplicaThatDoesNotSayLookAsFullAsTheFullest() {
        PoolSnapshot now = Snapshots.calm()
                .replicas(Reading.of(List.of(pod("one", "10.0.0.1"), pod("two", "10.0.0.2"))))
                .reasoner("10.0.0.1:8080", "ponder_reasoner_tokens_promised 4096\n")
                .after(5);

        Reading<List<ReplicaState>> replicas = Replicas.of(now);

        assertThat(replicas.known().orElseThrow())
                .extracting(ReplicaState::outstandingTokens)
                .containsExactly(4096.0, 4096.0);
    }

    private static SeenReplica pod(String name, String address) {
        return new SeenReplica(name, Phase.READY, Snapshots.NOON, Optional.of(address));
    }
}
