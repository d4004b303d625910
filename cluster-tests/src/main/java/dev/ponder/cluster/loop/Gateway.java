package dev.ponder.cluster.loop;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ponder.cluster.site.Cluster;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/**
 * Stands between one caller and the real API server: passes on what it is asked, with the caller's own token, or answers by a rule; and
 * remembers what went through. Many threads.
 */
final class Gateway implements AutoCloseable {

    private final String server;
    private final HttpServer http;
    private final HttpClient upstream;
    private final Queue<Passed> passed = new ConcurrentLinkedQueue<>();
    private volatile Rule rule = _ -> Optional.empty();

    private Gateway(String server, HttpServer http, HttpClient upstream) {
        this.server = server;
        this.http = http;
        this.upstream = upstream;
    }

    /** What is answered instead of the API server; nothing where it is asked. */
    @FunctionalInterface
    interface Rule {
        Optional<Told> answer(Asked asked) throws InterruptedException;
    }

    /** Opens one on a free port of the loopback. */
    static Gateway open(Cluster cluster) throws IOException, GeneralSecurityException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String server = cluster.client().getMasterUrl().toString().replaceAll("/$", "");
        Gateway gateway =
                new Gateway(server, http, ServerTrust.client(cluster.client().getConfiguration()));
        http.createContext("/", gateway::handle);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.start();
        return gateway;
    }

    /** Where callers connect. */
    String address() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** Answers by a rule from now on. */
    void obey(Rule next) {
        rule = next;
    }

    /** Passes everything on from now on. */
    void passAll() {
        obey(_ -> Optional.empty());
    }

    /** What went through so far, in order. */
    List<Passed> passed() {
        return List.copyOf(passed);
    }

    private void handle(HttpExchange exchange) throws IOException {
        long nanos = System.nanoTime();
        try (exchange) {
            Asked asked = new Asked(
                    exchange.getRequestMethod(), exchange.getRequestURI().toString());
            byte[] body = exchange.getRequestBody().readAllBytes();
            Optional<Told> ruled = rule.answer(asked);
            Told told = ruled.isPresent() ? ruled.orElseThrow() : forward(exchange, asked, body);
            passed.add(new Passed(asked, told, nanos, ruled.isEmpty()));
            answer(exchange, told);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private Told forward(HttpExchange exchange, Asked asked, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + asked.path()))
                .method(asked.method(), HttpRequest.BodyPublishers.ofByteArray(body));
        for (String kept : List.of("Authorization", "Content-Type", "Accept", "User-Agent")) {
            Optional.ofNullable(exchange.getRequestHeaders().getFirst(kept))
                    .ifPresent(value -> request.header(kept, value));
        }
        HttpResponse<String> response = upstream.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Told(response.statusCode(), Map.of(), response.body());
    }

    private static void answer(HttpExchange exchange, Told told) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        told.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = told.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(told.status(), body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        http.stop(0);
        upstream.close();
    }
}
