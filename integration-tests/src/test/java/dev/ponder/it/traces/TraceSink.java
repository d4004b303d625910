package dev.ponder.it.traces;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ponder.contracts.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Where the collector hands its spans on to: OTLP over HTTP, in JSON. Safe for many threads. */
final class TraceSink implements AutoCloseable {

    private static final int OK = 200;

    private final List<CollectedSpan> spans = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private TraceSink(HttpServer server) {
        this.server = server;
    }

    static TraceSink open() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        TraceSink sink = new TraceSink(server);
        server.createContext("/v1/traces", sink::take);
        server.start();
        return sink;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            spans.addAll(CollectedSpan.read(Json.mapper().readTree(exchange.getRequestBody())));
            byte[] nothing = "{}".getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(OK, nothing.length);
            exchange.getResponseBody().write(nothing);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What has come of one trace. */
    List<CollectedSpan> of(String trace) {
        return spans.stream().filter(span -> span.trace().equals(trace)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
