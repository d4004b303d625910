package dev.ponder.triton.shard.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Small pages over HTTP: health, metrics, and the switch for faults. */
final class HttpPages {

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    private final HttpServer server;

    private HttpPages(HttpServer server) {
        this.server = server;
    }

    static HttpPages open(InetSocketAddress address, Executor executor) throws IOException {
        HttpServer server = HttpServer.create(address, 0);
        server.setExecutor(executor);
        return new HttpPages(server);
    }

    /** Serves a text. */
    HttpPages page(String path, Supplier<String> text) {
        server.createContext(path, exchange -> answer(exchange, OK, text.get()));
        return this;
    }

    /** Takes a text; the operator answers it or throws IllegalArgumentException where it is wrong. */
    HttpPages command(String path, UnaryOperator<String> command) {
        server.createContext(path, exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            try {
                answer(exchange, OK, command.apply(body));
            } catch (IllegalArgumentException wrong) {
                answer(exchange, BAD_REQUEST, wrong.getMessage() + "\n");
            }
        });
        return this;
    }

    void start() {
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
