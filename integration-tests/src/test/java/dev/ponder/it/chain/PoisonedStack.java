package dev.ponder.it.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.contracts.deadletter.DeadLetter;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.json.UnreadableException;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.contracts.work.Task;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.launch.Stack;
import dev.ponder.local.launch.StackExtras;
import dev.ponder.local.launch.StackSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A stack in which some work is poison: its reasoner dies each time that it is begun. All are processes, and the deaths are SIGKILLs as
 * it is worked on.
 */
final class PoisonedStack implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(3);
    /** After so many a record may be given up. */
    static final int DELIVERIES = 2;

    private final StackRun run;
    private final Stack stack;
    private final Asker asker;

    private PoisonedStack(StackRun run) {
        this.run = run;
        this.stack = run.stack();
        this.asker = new Asker(stack.bootstrap());
    }

    /** Starts it; both maps are settings beside the usual. */
    static PoisonedStack start(Map<String, String> router, Map<String, String> reasoner) throws Exception {
        List<String> shard = List.of("--brain", "synthetic", "--itl-base-ms", "15", "--itl-per-sequence-ms", "0");
        Map<String, String> counting = new HashMap<>(reasoner);
        counting.put("reasoner.queue.max-deliveries", String.valueOf(DELIVERIES));
        return new PoisonedStack(
                StackRun.start(StackSettings.DEFAULT.withExtras(new StackExtras(router, counting, shard))));
    }

    Asker asker() {
        return asker;
    }

    /** Asks for an answer of so many tokens, 15 ms each. */
    void ask(String id, int tokens) {
        asker.ask("{\"id\":\"" + id + "\",\"input_text\":\"Say tokens=" + tokens
                + "\",\"ponder\":{\"cache\":\"bypass\",\"slo_class\":\"standard\"}}");
    }

    /** Waits until work that has come so often before is worked on. Its progress grows with each delivery. */
    void awaitWorkedOn(String id, int deliveriesBefore) {
        int before = deliveriesBefore == 0 ? 0 : progress(id);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(progress(id)).isGreaterThan(before));
    }

    /** What a reasoner that died had written stays. */
    private int progress(String id) {
        String key = new RequestKey(TenantId.DEFAULT, new RequestId(id)).digest();
        return new TopicReader(stack.bootstrap()).read(Topics.PROGRESS, key).size();
    }

    void killReasoner() throws LaunchException, InterruptedException {
        stack.kill("reasoner");
        stack.restart("reasoner");
    }

    void assertAnswered(String id) {
        assertThat(asker.resultOf(id, PATIENCE).body().at("/ponder/answer").asText())
                .isNotEmpty();
    }

    /** It ends as an error, and one dead letter holds it. */
    void assertGivenUp(String id) throws UnreadableException {
        assertThat(asker.resultOf(id, PATIENCE).errorCode()).isEqualTo("attempts_exhausted");
        List<ConsumerRecord<String, byte[]>> letters =
                new TopicReader(stack.bootstrap()).read(Topics.deadLetters(TenantId.DEFAULT), id);
        assertThat(letters).hasSize(1);
        ConsumerRecord<String, byte[]> letter = letters.getFirst();
        assertThat(header(letter, DeadLetter.CODE)).isEqualTo("attempts_exhausted");
        assertThat(header(letter, DeadLetter.REASON))
                .containsPattern("failed \\d+ times") // Deliveries, which may be more than deaths.
                .doesNotContain("tokens=");
        assertThat(header(letter, DeadLetter.REQUEST_ID)).isEqualTo(id);
        assertThat(header(letter, DeadLetter.TOPIC)).startsWith(Topics.WORK);
        assertThat(Json.read(letter.value(), Task.class).id()).isEqualTo(new RequestId(id));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        asker.close();
        run.close();
    }
}
