package dev.ponder.it.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.local.launch.Stack;
import dev.ponder.local.launch.StackExtras;
import dev.ponder.local.launch.StackSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chain on the queue for brokers without share groups: work is read by a consumer group, and each reasoner has partitions of its own. */
@SuppressWarnings("NullAway.Init") // start() sets the fields before any test
class ConsumerQueueIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String GROUP = "ponder-consumers";
    private static final int QUESTIONS = 20;
    private static final int WORK_PARTITIONS = 4;

    private static StackRun run;
    private static Stack stack;
    private static Asker asker;

    @BeforeAll
    static void start(@TempDir Path dir) throws Exception {
        Map<String, String> router =
                Map.of("router.liveness.queue-adapter", "consumer-group", "router.liveness.queue-group", GROUP);
        Map<String, String> reasoner =
                Map.of("reasoner.queue.adapter", "consumer-group", "reasoner.queue.group", GROUP);
        StackExtras extras = new StackExtras(router, reasoner, List.of());
        run = StackRun.wide(StackSettings.DEFAULT.withReasoners(2).withExtras(extras), WORK_PARTITIONS, dir);
        stack = run.stack();
        asker = new Asker(stack.bootstrap());
    }

    @AfterAll
    static void stop() {
        asker.close();
        run.close();
    }

    @Test
    void answersEachRequestOnceThoughAReasonerIsKilled() throws Exception {
        // Given
        List<String> ids = IntStream.range(0, QUESTIONS).mapToObj(i -> "g-" + i).toList();
        ids.forEach(id -> asker.ask("{\"id\":\"" + id + "\",\"input_text\":\"What is " + ids.indexOf(id)
                + " * 3 + 1?\",\"ponder\":{\"slo_class\":\"standard\",\"cache\":\"bypass\"}}"));
        // When
        stack.kill("reasoner-1");
        stack.restart("reasoner-1");
        // Then
        assertThat(ids)
                .allSatisfy(id -> assertThat(asker.resultOf(id, PATIENCE).answer())
                        .contains(String.valueOf(ids.indexOf(id) * 3 + 1)));
        assertThat(asker.doubled()).isEmpty();
        assertThat(committed().keySet())
                .as("partitions of the class's topic that work was taken from")
                .filteredOn(partition -> partition.topic().equals("reasoning.work.main.standard"))
                .hasSizeGreaterThan(1);
    }

    private static Map<TopicPartition, ?> committed() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrap()))) {
            return admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get();
        }
    }
}
