package dev.ponder.cache.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CatchUpTest {

    private final CatchUp catchUp = new CatchUp();

    @Test
    void waitsForAnAssignment() {
        catchUp.reached(Map.of(0, 10L));

        assertThat(catchUp.state()).isEqualTo(new CatchUpState.Waiting());
    }

    @Test
    void isDoneWhenEveryPartitionHasCome() {
        catchUp.expect(Map.of(0, 5L, 1, 3L));

        catchUp.reached(Map.of(0, 5L));
        assertThat(catchUp.state()).isEqualTo(new CatchUpState.Behind(Map.of(1, 3L)));

        catchUp.reached(Map.of(1, 4L));
        assertThat(catchUp.isDone()).isTrue();
    }

    @Test
    void isDoneWhereThereIsNothingToRead() {
        catchUp.expect(Map.of());

        assertThat(catchUp.isDone()).isTrue();
    }

    @Test
    void beginsWhenAMissingTopicAppears() {
        catchUp.topicMissing();
        assertThat(catchUp.state()).isEqualTo(new CatchUpState.TopicMissing());

        catchUp.expect(Map.of(0, 1L));
        assertThat(catchUp.state()).isEqualTo(new CatchUpState.Behind(Map.of(0, 1L)));
    }

    @Test
    void isBehindAgainWhenTheStoreWasEmptied() {
        catchUp.expect(Map.of());

        catchUp.beginAnew();
        catchUp.expect(Map.of(0, 1L));

        assertThat(catchUp.state()).isEqualTo(new CatchUpState.Behind(Map.of(0, 1L)));
    }

    @Test
    void staysDone() {
        catchUp.expect(Map.of());

        catchUp.topicMissing();
        catchUp.stalled("broker away");
        catchUp.expect(Map.of(0, 100L));

        assertThat(catchUp.isDone()).isTrue();
    }
}
