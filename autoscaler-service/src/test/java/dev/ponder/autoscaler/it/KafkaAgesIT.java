package dev.ponder.autoscaler.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.autoscaler.kafka.KafkaAges;
import dev.ponder.local.broker.LocalBroker;
import dev.ponder.scaling.observation.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KafkaAgesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private final String topic = "work-" + UUID.randomUUID();
    private WorkTopics topics;

    @BeforeEach
    void layTopic() throws Exception {
        topics = new WorkTopics(LocalBroker.shared());
        topics.lay(List.of(topic));
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void countsWhatCameBeforeEachMoment() throws Exception {
        topics.write(topic, 3, NOON);
        topics.write(topic, 2, NOON.plusSeconds(60));

        Reading<List<Long>> came = ages(topic)
                .cameBefore(topic, List.of(NOON, NOON.plusSeconds(1), NOON.plusSeconds(60), NOON.plusSeconds(61)));

        assertThat(came).isEqualTo(Reading.of(List.of(0L, 3L, 3L, 5L)));
    }

    @Test
    void countsWhatWasDeletedAsCome() throws Exception {
        topics.write(topic, 3, NOON);
        topics.write(topic, 2, NOON.plusSeconds(60));
        topics.deleteBelow(topic, 2);

        Reading<List<Long>> came = ages(topic).cameBefore(topic, List.of(NOON, NOON.plusSeconds(30)));

        assertThat(came).isEqualTo(Reading.of(List.of(2L, 3L)));
    }

    @Test
    void saysWhichTopicIsMissing() throws Exception {
        Reading<List<Long>> came = ages("no-such-topic").cameBefore("no-such-topic", List.of(NOON));

        assertThat(came)
                .isInstanceOfSatisfying(
                        Reading.Missing.class,
                        missing -> assertThat(missing.why()).contains("topic no-such-topic"));
    }

    private KafkaAges ages(String one) {
        return new KafkaAges(topics.admin(), List.of(one), PATIENCE);
    }
}
