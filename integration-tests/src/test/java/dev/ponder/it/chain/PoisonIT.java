package dev.ponder.it.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.contracts.deadletter.DeadLetter;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.contracts.work.Task;
import dev.ponder.local.launch.Stack;
import dev.ponder.local.launch.StackExtras;
import dev.ponder.local.launch.StackSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Work at which its reasoner dies each time that it is begun: all are processes, and the deaths are SIGKILLs as it is worked on. */
@SuppressWarnings("NullAway.Init") // start() sets the fields before any test
class PoisonIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int DELIVERIES = 2;
    private static final String POISON = "poison";
    private static final String PROGRESS_KEY = new RequestKey(TenantId.DEFAULT, new RequestId(POISON)).digest();

    private static StackRun run;
    private static Stack stack;
    private static Asker asker;

    @BeforeAll
    static void start() throws Exception {
        List<String> shard = List.of("--brain", "synthetic", "--itl-base-ms", "15", "--itl-per-sequence-ms", "0");
        Map<String, String> reasoner = Map.of("reasoner.queue.max-deliveries", String.valueOf(DELIVERIES));
        run = StackRun.start(StackSettings.DEFAULT.withExtras(new StackExtras(Map.of(), reasoner, shard)));
        stack = run.stack();
        asker = new Asker(stack.bootstrap());
    }

    @AfterAll
    static void stop() {
        asker.close();
        run.close();
    }

    @Test
    void endsAsAnErrorAndOneDeadLetterAndStopsNobody() throws Exception {
        // Given
        asker.ask(question(POISON, 2000));
        // When
        for (int killed = 0; killed < DELIVERIES; killed++) {
            awaitWorkedOn(killed);
            assertAnswered("beside-" + killed);
            stack.kill("reasoner");
            stack.restart("reasoner");
        }
        // Then
        assertThat(asker.resultOf(POISON, PATIENCE).errorCode()).isEqualTo("attempts_exhausted");
        assertThat(letters()).singleElement().satisfies(letter -> {
            assertThat(header(letter, DeadLetter.CODE)).isEqualTo("attempts_exhausted");
            assertThat(header(letter, DeadLetter.REASON))
                    .contains(DELIVERIES + " times")
                    .doesNotContain("tokens=");
            assertThat(header(letter, DeadLetter.REQUEST_ID)).isEqualTo(POISON);
            assertThat(header(letter, DeadLetter.TOPIC)).startsWith(Topics.WORK);
            assertThat(Json.read(letter.value(), Task.class).id()).isEqualTo(new RequestId(POISON));
        });
        assertAnswered("after");
        assertThat(asker.doubled()).isEmpty();
    }

    /** Its progress grows with each delivery, and what a reasoner that died had written stays. */
    private static void awaitWorkedOn(int deliveriesBefore) {
        int before = deliveriesBefore == 0 ? 0 : progress();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(progress()).isGreaterThan(before));
    }

    private static int progress() {
        return new TopicReader(stack.bootstrap())
                .read(Topics.PROGRESS, PROGRESS_KEY)
                .size();
    }

    private static void assertAnswered(String id) {
        asker.ask(question(id, 20));
        assertThat(asker.resultOf(id, PATIENCE).body().at("/ponder/answer").asText())
                .isNotEmpty();
    }

    private static List<ConsumerRecord<String, byte[]>> letters() {
        return new TopicReader(stack.bootstrap()).read(Topics.deadLetters(TenantId.DEFAULT), POISON);
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static String question(String id, int tokens) {
        return "{\"id\":\"" + id + "\",\"input_text\":\"Say tokens=" + tokens
                + "\",\"ponder\":{\"cache\":\"bypass\",\"slo_class\":\"standard\"}}";
    }
}
