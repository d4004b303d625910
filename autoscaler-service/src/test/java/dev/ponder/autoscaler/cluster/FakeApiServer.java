package dev.ponder.autoscaler.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers HTTP as an API server would, in the order in which the answers were laid, and remembers what it was asked. */
final class FakeApiServer implements AutoCloseable {

    private record Laid(int status, String retryAfter, String body) {}

    private final HttpServer server;
    private final Deque<Laid> answers = new ConcurrentLinkedDeque<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private FakeApiServer(HttpServer server) {
        this.server = server;
    }

    static FakeApiServer start() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        FakeApiServer server = new FakeApiServer(http);
        http.createContext("/", server::answer);
        http.start();
        return server;
    }

    FakeApiServer answers(int status, String body) {
        answers.add(new Laid(status, "", body));
        return this;
    }

    FakeApiServer throttles(String retryAfter) {
        answers.add(new Laid(429, retryAfter, "Too many requests, please try again later."));
        return this;
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    KubernetesClient client() {
        return new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder()
                        .withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort())
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .build();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + (body.isEmpty() ? "" : " " + body));
        Laid laid = answers.poll();
        Laid next = laid == null ? new Laid(500, "", "{\"message\":\"nothing was laid\"}") : laid;
        if (!next.retryAfter().isEmpty()) {
            exchange.getResponseHeaders().add("Retry-After", next.retryAfter());
        }
        byte[] bytes = next.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(next.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
