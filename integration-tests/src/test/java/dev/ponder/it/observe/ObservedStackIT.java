package dev.ponder.it.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.contracts.json.Json;
import dev.ponder.it.chain.Asker;
import dev.ponder.it.chain.StackRun;
import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.StackSettings;
import dev.ponder.local.observe.Observation;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code ./ponder up --observe} as far as it can be tried here: with a real Prometheus, and without Grafana. */
class ObservedStackIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void isScrapedWhereItReallyServesAndLeavesNothing() throws Exception {
        Observation observation = Observation.of(Checkout.current());
        if (!observation.missing().isEmpty()) {
            System.out.println("Observing is not tried: no prometheus on the PATH");
            abort("no prometheus on the PATH");
        }
        Path data;
        String prometheus;
        try (StackRun run = StackRun.start(StackSettings.DEFAULT.withReasoners(2))) {
            Map<String, String> pages = observation.start(run.stack());
            prometheus = pages.getOrDefault("prometheus", "");
            data = run.stack().folder().resolve("prometheus");
            ask(run.stack().bootstrap());

            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(instances(prometheus, "up{job=~\"ponder-.*\"} == 1"))
                        .containsExactlyInAnyOrder(
                                "autoscaler", "cache", "router", "reasoner-1", "reasoner-2", "shard-1", "shard-2");
                assertThat(instances(prometheus, "ponder_autoscaler_replicas{phase=\"ready\"} == 2"))
                        .containsExactly("autoscaler");
                assertThat(instances(prometheus, "ponder_autoscaler_offer_hour{load=\"1\"} > 0"))
                        .hasSize(2);
                assertThat(instances(prometheus, "sum by (instance) (ponder_simulated_tokens_total) > 0"))
                        .isNotEmpty();
            });
            assertThat(data).isDirectory();
            assertThat(run.stack().lost()).isEmpty();
        }
        assertThat(data).doesNotExist();
        assertThat(serves(prometheus)).isFalse();
    }

    private static void ask(String bootstrap) {
        try (Asker asker = new Asker(bootstrap)) {
            asker.ask("{\"id\":\"seen\",\"input_text\":\"What is 3/4 + 5/6?\"}");
            assertThat(asker.resultOf("seen", PATIENCE).isError()).isFalse();
        }
    }

    private static List<String> instances(String prometheus, String query) throws IOException {
        URI address =
                URI.create(prometheus + "/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        List<String> instances = new ArrayList<>();
        try (InputStream answer = address.toURL().openStream()) {
            JsonNode result = Json.mapper().readTree(answer).at("/data/result");
            result.forEach(one -> instances.add(one.at("/metric/instance").asText()));
        }
        return instances;
    }

    private static boolean serves(String prometheus) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create(prometheus + "/-/ready").toURL().openConnection();
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException gone) {
            return false;
        }
    }
}
