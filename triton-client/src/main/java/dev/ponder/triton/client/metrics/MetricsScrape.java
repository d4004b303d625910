package dev.ponder.triton.client.metrics;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Reads a server's {@code /metrics}. A server without metrics, or one that does not answer in time, is simply unknown. Thread-safe.
 */
public final class MetricsScrape {

    private static final int OK = 200;

    private final HttpClient http;
    private final HttpRequest request;

    /**
     * Reads from an address.
     *
     * @param page as {@code http://triton:8002/metrics}
     * @param timeout after which the answer is unknown
     */
    public MetricsScrape(HttpClient http, URI page, Duration timeout) {
        this.http = requireNonNull(http, "http is null");
        this.request = HttpRequest.newBuilder(page).timeout(timeout).build();
    }

    /** The page as it is now, or nothing; never a failed future. */
    public CompletableFuture<Optional<MetricsText>> read() {
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(MetricsScrape::text)
                .exceptionally(_ -> Optional.empty());
    }

    private static Optional<MetricsText> text(HttpResponse<String> response) {
        return response.statusCode() == OK ? Optional.of(MetricsText.parse(response.body())) : Optional.empty();
    }
}
