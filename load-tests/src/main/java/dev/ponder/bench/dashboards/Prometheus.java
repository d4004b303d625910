package dev.ponder.bench.dashboards;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.contracts.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * A real Prometheus that is asked.
 *
 * @param address where it serves, as {@code host:port}
 */
record Prometheus(String address) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /**
     * Asks what a query says now: how many series have a number.
     *
     * @throws IOException where Prometheus refuses the query, which its words say
     */
    int series(String promql) throws IOException, InterruptedException {
        HttpResponse<String> told = get("/api/v1/query?query=" + URLEncoder.encode(promql, UTF_8));
        JsonNode answer = Json.mapper().readTree(told.body());
        if (told.statusCode() != OK) {
            throw new IOException(
                    "Prometheus refuses " + promql + ": " + answer.path("error").asText());
        }
        int known = 0;
        for (JsonNode series : answer.path("data").path("result")) {
            if (!series.path("value").path(1).asText().equals("NaN")) {
                known++;
            }
        }
        return known;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + address + path))
                .timeout(PATIENCE)
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }
}
