package dev.ponder.triton.client.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class MetricsTextTest {

    private static final String PAGE = """
            # HELP nv_trt_llm_kv_cache_block_metrics blocks
            nv_trt_llm_kv_cache_block_metrics{kv_cache_block_type="fraction",model="tensorrt_llm",version="1"} 0.25
            nv_inference_pending_request_count{model="tensorrt_llm",version="1"} 3
            nv_inference_pending_request_count{model="tensorrt_llm",version="2"} 4 1700000000000
            nv_inference_pending_request_count{model="other",version="1"} 5
            none NaN
            nonsense without value
            """;

    @Test
    void readsWhatIsThereAndLeavesTheRestUnknown() {
        MetricsText text = MetricsText.parse(PAGE);

        assertThat(text.kvFraction()).hasValue(0.25);
        assertThat(text.pending("tensorrt_llm")).hasValue(7);
        assertThat(text.pending("none")).isEmpty();
        assertThat(text.waiting()).isEmpty();
    }

    @Test
    void readsAPageOverHttpAndKnowsNothingWhereThereIsNone() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/metrics", exchange -> {
            byte[] body = PAGE.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        String there = "http://127.0.0.1:" + server.getAddress().getPort();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(read(http, there + "/metrics").join())
                    .hasValueSatisfying(text -> assertThat(text.kvFraction()).hasValue(0.25));
            assertThat(read(http, there + "/other").join()).isEmpty();
            server.stop(0);
            assertThat(read(http, there + "/metrics").join()).isEmpty();
        }
    }

    private static CompletableFuture<Optional<MetricsText>> read(HttpClient http, String page) {
        return new MetricsScrape(http, URI.create(page), Duration.ofSeconds(10)).read();
    }
}
