package dev.ponder.autoscaler.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.scaling.observation.PaceSample;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacesTest {

    private static final String IDLE_SHARD = "nv_inference_pending_request_count{model=\"m\"} 0\n";
    private static final String BUSY_SHARD = "nv_inference_pending_request_count{model=\"m\"} 2\n";

    private final Observer observer = Snapshots.observer();

    @Test
    void sayHowLongATokenTookAndHowFastPromptsWereRead() {
        observer.observe(snapshot(IDLE_SHARD, 0, 0).after(5));

        PoolObservation seen = observer.observe(snapshot(IDLE_SHARD, 10, 1).after(10));

        assertThat(seen.paces()).isEqualTo(Reading.of(List.of(new PaceSample(4, 0.02, 1000, 0.5))));
    }

    @Test
    void sayNothingOfReadingWhereWorkWaitedInsideTheEngine() {
        observer.observe(snapshot(BUSY_SHARD, 0, 0).after(5));

        PoolObservation seen = observer.observe(snapshot(BUSY_SHARD, 10, 1).after(10));

        assertThat(seen.paces()).isEqualTo(Reading.of(List.of(new PaceSample(4, 0.02, 0, 0))));
    }

    private static Snapshots snapshot(String shard, int generations, int times) {
        return Snapshots.calm().shard("a:8002", shard).reasoner("a:8080", """
                ponder_reasoner_in_progress 4
                gen_ai_client_token_usage_count{gen_ai_token_type="output"} %1$d
                gen_ai_client_token_usage_sum{gen_ai_token_type="input"} %2$d
                gen_ai_client_operation_time_to_first_chunk_seconds_sum %3$s
                gen_ai_client_operation_time_per_output_chunk_seconds_count %1$d
                gen_ai_client_operation_time_per_output_chunk_seconds_sum %4$s
                """.formatted(
                        generations, 100 * generations, 0.5 * times, 0.2 * times));
    }
}
