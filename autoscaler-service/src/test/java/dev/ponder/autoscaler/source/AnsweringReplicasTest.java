package dev.ponder.autoscaler.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ponder.mechanics.metrics.MetricsPage;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.scaling.observation.Reading;
import dev.ponder.scaling.observation.ReplicaState.Phase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnsweringReplicasTest {

    private final Map<String, Reading<MetricsPage>> told = new HashMap<>();
    private final AnsweringReplicas answering = new AnsweringReplicas(() -> Reading.of(told), Ticker.system());

    @Test
    void countsWhoAnswersAsReady() throws Exception {
        told.put("a:1", Reading.of(MetricsPage.parse("up 1")));
        told.put("b:1", Reading.missing("metrics of b:1: ConnectException"));
        Reading<Map<String, Reading<MetricsPage>>> read = answering.pages().read();

        List<SeenReplica> replicas = answering.replicas().read().known().orElseThrow();

        assertThat(read.known().orElseThrow()).hasSize(2);
        assertThat(replicas)
                .extracting(SeenReplica::name, SeenReplica::phase)
                .containsExactly(tuple("a:1", Phase.READY));
    }

    @Test
    void remembersSinceWhenOneAnswers() throws Exception {
        told.put("a:1", Reading.of(MetricsPage.parse("up 1")));
        SeenReplica before = look();

        SeenReplica after = look();

        assertThat(after).isEqualTo(before);
    }

    @Test
    void doesNotKnowWhereNoPageIsFound() throws Exception {
        AnsweringReplicas nobody = new AnsweringReplicas(() -> Reading.missing("nobody is found"), Ticker.system());
        assertThat(nobody.pages().read().known()).isEmpty();

        Reading<List<SeenReplica>> replicas = nobody.replicas().read();

        assertThat(replicas.known()).isEmpty();
    }

    private SeenReplica look() throws InterruptedException {
        assertThat(answering.pages().read().known()).isPresent();
        return answering.replicas().read().known().orElseThrow().getFirst();
    }
}
