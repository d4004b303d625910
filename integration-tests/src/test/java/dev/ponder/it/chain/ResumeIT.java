package dev.ponder.it.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.result.Result;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.local.launch.Stack;
import dev.ponder.local.launch.StackExtras;
import dev.ponder.local.launch.StackSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A reasoner dies in the middle of an answer, another goes on with it: all are processes, and only the GPU is a stand-in. */
@SuppressWarnings("NullAway.Init") // start() sets the fields before any test
class ResumeIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern TOKENS = Pattern.compile("(?m)^ponder_simulated_tokens_total\\{[^}]*} (\\d+)");
    private static final int ASKED = 600;
    /** A second between two records at 15 ms a token, and what is decoded before a cancel arrives; twice, since machines are busy. */
    private static final int MOST_REDONE = 150;

    private static StackRun run;
    private static Stack stack;
    private static Asker asker;

    @BeforeAll
    static void start() throws Exception {
        List<String> shard = List.of("--brain", "synthetic", "--itl-base-ms", "15", "--itl-per-sequence-ms", "0");
        StackSettings settings = StackSettings.DEFAULT.withExtras(new StackExtras(Map.of(), Map.of(), shard));
        run = StackRun.start(settings);
        stack = run.stack();
        asker = new Asker(stack.bootstrap());
    }

    @AfterAll
    static void stop() {
        asker.close();
        run.close();
    }

    @Test
    void goesOnFromWhatAKilledReasonerHadComeTo() throws Exception {
        // Given
        String key = new RequestKey(TenantId.DEFAULT, new RequestId("r-1")).digest();
        asker.ask("{\"id\":\"r-1\",\"input_text\":\"Say tokens=" + ASKED
                + "\",\"ponder\":{\"cache\":\"bypass\",\"slo_class\":\"standard\"}}");
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(progress(key)).hasSizeGreaterThan(3));
        // When
        stack.kill("reasoner");
        stack.restart("reasoner");
        // Then
        Result result = asker.resultOf("r-1", PATIENCE);
        assertThat(result.body().at("/ponder/answer").asText()).matches("42|10\\d");
        assertThat(result.body().at("/usage/completion_tokens").asInt()).isBetween(ASKED, ASKED + 20);
        assertThat(generated() - ASKED).isBetween(0L, (long) MOST_REDONE);
        await().untilAsserted(() -> assertThat(progress(key).getLast().value()).isNull());
        assertThat(asker.doubled()).isEmpty();
    }

    private static List<ConsumerRecord<String, byte[]>> progress(String key) {
        return new TopicReader(stack.bootstrap()).read(Topics.PROGRESS, key);
    }

    /** What all shards have generated since they were started. */
    private static long generated() throws IOException, InterruptedException {
        long tokens = 0;
        HttpClient http = HttpClient.newHttpClient();
        for (String page : stack.shardMetrics()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + page + "/metrics"))
                    .build();
            Matcher found = TOKENS.matcher(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
            tokens += found.find() ? Long.parseLong(found.group(1)) : 0;
        }
        return tokens;
    }
}
