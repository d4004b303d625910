package dev.ponder.cluster.parts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * A metrics page of reasoners that says what it is told to; at first, that nothing is in progress. Without one nobody would know what runs,
 * and no replica be taken away. Many threads.
 */
public final class Page implements AutoCloseable {

    private static final String IDLE = "ponder_reasoner_in_progress 0.0\nponder_reasoner_tokens_promised 0.0\n";

    private final HttpServer http;
    private volatile int status = 200;
    private volatile String text = IDLE;

    private Page(HttpServer http) {
        this.http = http;
    }

    /** Opens one on a free port of the loopback. */
    public static Page open() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Page page = new Page(http);
        http.createContext("/", page::handle);
        http.start();
        return page;
    }

    /** Where it is. */
    public String address() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/q/metrics";
    }

    /** Answers with a status and a text from now on. */
    public void say(int code, String page) {
        status = code;
        text = page;
    }

    /** Says again that nothing is in progress. */
    public void sayIdle() {
        say(200, IDLE);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
