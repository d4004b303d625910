package dev.ponder.cluster.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * What all reasoners that run say of themselves, one after the other: in a cluster a headless service leads to those that are there. Where
 * none runs, nothing is in progress. Many threads.
 */
final class SharedPage implements AutoCloseable {

    private static final String IDLE = "ponder_reasoner_in_progress 0.0\nponder_reasoner_tokens_promised 0.0\n";
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final List<String> reasoners;
    private final HttpServer server;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private SharedPage(List<String> reasoners, HttpServer server) {
        this.reasoners = List.copyOf(reasoners);
        this.server = server;
    }

    /** Opens it for reasoners that may be at these addresses, {@code host:port}. */
    static SharedPage open(List<String> reasoners) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        SharedPage page = new SharedPage(reasoners, server);
        server.createContext("/", page::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return page;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/q/metrics";
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            StringBuilder all = new StringBuilder();
            for (String reasoner : reasoners) {
                all.append(page(reasoner));
            }
            byte[] body = (all.isEmpty() ? IDLE : all.toString()).getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private String page(String reasoner) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + reasoner + "/q/metrics"))
                    .timeout(PATIENCE)
                    .build();
            HttpResponse<String> told = http.send(request, HttpResponse.BodyHandlers.ofString());
            return told.statusCode() == 200 ? told.body() : "";
        } catch (IOException notRunning) {
            return "";
        }
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }
}
