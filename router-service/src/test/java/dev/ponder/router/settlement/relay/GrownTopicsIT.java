package dev.ponder.router.settlement.relay;

import static dev.ponder.router.settlement.decision.Outcomes.answered;
import static dev.ponder.router.settlement.decision.Outcomes.dispatched;
import static dev.ponder.router.settlement.relay.Works.LATER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.topic.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Outcomes and register that somebody gave more partitions, equally, while requests were under way. */
final class GrownTopicsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int GROWN = 2 * Stage.PARTITIONS;

    @RegisterExtension
    private final Stage stage = Stage.of("default");

    @Test
    void settlesNothingWhereOpenRequestsWouldNotBeFound() throws Exception {
        // Given
        stage.start(Guarantee.EXACTLY_ONCE, "router-1");
        stage.tell(dispatched(moving(), 1, 0, LATER));
        stage.awaitAllSettled();
        stage.stopLoops();
        grow();
        stage.outcomes(answered("default", moving()));
        // When
        RunningLoop loop = stage.start(Guarantee.EXACTLY_ONCE, "router-1");
        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(loop.pulse().state().toString())
                        .contains("have 6 partitions now, and 1 requests under way were noted with another number"));
        assertThat(stage.committedKeys(Topics.results(TenantId.DEFAULT))).isEmpty();
    }

    @Test
    void settlesOnWhereNothingWasUnderWay() throws Exception {
        // Given
        stage.start(Guarantee.EXACTLY_ONCE, "router-1");
        stage.outcomes(answered("default", moving()));
        stage.awaitAllSettled();
        stage.stopLoops();
        grow();
        stage.outcomes(answered("default", "another"));
        // When
        stage.start(Guarantee.EXACTLY_ONCE, "router-1");
        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stage.committedKeys(Topics.results(TenantId.DEFAULT)))
                        .containsExactlyInAnyOrder(moving(), "another"));
    }

    private void grow() throws Exception {
        stage.admin()
                .createPartitions(Map.of(
                        Topics.OUTCOMES, NewPartitions.increaseTo(GROWN),
                        Topics.REGISTER, NewPartitions.increaseTo(GROWN)))
                .all()
                .get();
    }

    /** A request whose outcomes come to another partition than before once there are twice as many. */
    private String moving() {
        return IntStream.range(0, 100)
                .mapToObj(number -> "r-" + number)
                .filter(id -> BuiltInPartitioner.partitionForKey(Stage.utf8(id), GROWN) != stage.partitionOf(id))
                .findFirst()
                .orElseThrow();
    }
}
