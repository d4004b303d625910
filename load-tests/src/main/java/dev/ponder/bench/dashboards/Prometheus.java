package dev.ponder.bench.dashboards;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.contracts.json.Json;
import dev.ponder.local.launch.LaunchException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A real Prometheus as a process of its own. One thread. */
final class Prometheus implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;

    private final Process process;
    private final String address;
    private final HttpClient http = HttpClient.newHttpClient();

    private Prometheus(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Starts it and waits until it serves.
     *
     * @param binary its program
     * @param folder where its settings are and its data go
     */
    static Prometheus start(Path binary, Path folder, ScrapeFile scrapes, int port)
            throws LaunchException, InterruptedException {
        String address = "127.0.0.1:" + port;
        try {
            Path config = Files.writeString(folder.resolve("prometheus.yml"), scrapes.text());
            Process process = new ProcessBuilder(List.of(
                            binary.toString(),
                            "--config.file=" + config,
                            "--storage.tsdb.path=" + folder.resolve("data"),
                            "--web.listen-address=" + address))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("prometheus.log").toFile())
                    .start();
            Prometheus prometheus = new Prometheus(process, address);
            prometheus.awaitReady(folder);
            return prometheus;
        } catch (IOException refused) {
            throw new LaunchException("Prometheus could not be started from " + binary, refused);
        }
    }

    private void awaitReady(Path folder) throws LaunchException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - until < 0 && process.isAlive()) {
            try {
                if (get("/-/ready").statusCode() == OK) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.sleep(Duration.ofMillis(100));
            }
        }
        process.destroyForcibly();
        throw new LaunchException("Prometheus does not serve; its log is " + folder.resolve("prometheus.log"));
    }

    /** Where it serves, as {@code host:port}. */
    String address() {
        return address;
    }

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
        return http.send(request, BodyHandlers.ofString());
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
