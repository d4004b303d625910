package dev.ponder.it.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.contracts.result.Result;
import dev.ponder.local.launch.Stack;
import dev.ponder.local.launch.StackSettings;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Broker, shards and services as processes; nothing here is a stand-in but the GPU. */
@SuppressWarnings("NullAway.Init") // start() sets the fields before any test
class ChainIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static StackRun run;
    private static Stack stack;
    private static Asker asker;

    @BeforeAll
    static void start() throws Exception {
        run = StackRun.start(StackSettings.DEFAULT);
        stack = run.stack();
        asker = new Asker(stack.bootstrap());
    }

    @AfterAll
    static void stop() {
        asker.close();
        run.close();
    }

    @Test
    void answersAQuestionWithItsChain() {
        asker.ask("{\"id\":\"q-1\",\"input_text\":\"What is 3/4 + 5/6?\",\"colour\":\"red\"}");

        Result result = asker.resultOf("q-1", PATIENCE);

        assertThat(result.body().at("/ponder/answer").asText()).isEqualTo("19/12");
        assertThat(result.body().at("/ponder/chain")).isNotEmpty();
        assertThat(result.body().at("/ponder/price/amount").asDouble()).isPositive();
        assertThat(result.body().at("/ponder/request_fields/colour").asText()).isEqualTo("red");
    }

    @Test
    void answersARepeatFromTheCache() {
        asker.ask("{\"id\":\"c-0\",\"input_text\":\"What is 7 * 8 + 1?\"}");
        assertThat(asker.resultOf("c-0", PATIENCE).isHit()).isFalse();

        await().atMost(PATIENCE).untilAsserted(() -> {
            String id = asker.newId();
            asker.ask("{\"id\":\"" + id + "\",\"input_text\":\"What is  7 * 8 + 1?\"}");
            assertThat(asker.resultOf(id, PATIENCE).isHit()).isTrue();
        });
    }

    @Test
    void answersADuplicateOnce() {
        IntStream.range(0, 5).forEach(_ -> asker.ask("{\"id\":\"d-1\",\"input_text\":\"What is 5 + 6?\"}"));
        asker.ask("{\"id\":\"d-2\",\"input_text\":\"What is 5 + 7?\"}");

        Result other = asker.resultOf("d-2", PATIENCE);

        assertThat(other.isError()).isFalse();
        assertThat(asker.resultOf("d-1", PATIENCE).answer()).contains("11");
        assertThat(asker.doubled()).isEmpty();
    }

    @Test
    void refusesWhatItCannotReadAndGoesOn() {
        asker.ask("{\"id\":");
        asker.ask("{\"id\":\"m-1\",\"input_text\":7}");
        asker.ask("{\"id\":\"m-2\",\"input_text\":\"?\",\"tools\":[{}]}");
        asker.ask("{\"id\":\"m-3\",\"input_text\":\"What is 2 + 2?\"}");

        Result behind = asker.resultOf("m-3", PATIENCE);

        assertThat(behind.isError()).isFalse();
        assertThat(asker.resultOf("m-1", PATIENCE).errorCode()).isEqualTo("wrong_type");
        assertThat(asker.resultOf("m-2", PATIENCE).errorCode()).isEqualTo("unsupported_field");
    }

    @Test
    void losesAndDoublesNothingWhenReasonerAndRouterAreKilled() throws Exception {
        List<String> ids = IntStream.range(0, 40).mapToObj(i -> "k-" + i).toList();
        ids.forEach(id -> asker.ask("{\"id\":\"" + id + "\",\"input_text\":\"What is " + ids.indexOf(id)
                + " * 3 + 1?\",\"ponder\":{\"slo_class\":\"standard\",\"cache\":\"bypass\"}}"));

        stack.kill("reasoner");
        stack.kill("router");
        stack.restart("router");
        stack.restart("reasoner");

        assertThat(ids)
                .allSatisfy(
                        id -> assertThat(asker.resultOf(id, PATIENCE).isError()).isFalse());
        assertThat(asker.doubled()).isEmpty();
    }
}
