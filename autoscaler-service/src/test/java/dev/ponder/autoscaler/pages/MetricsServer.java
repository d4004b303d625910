package dev.ponder.autoscaler.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** A process that has a page, or fails to show it. */
public final class MetricsServer implements AutoCloseable {

    private final HttpServer server;
    private volatile String page = "";
    private volatile int status = 200;

    private MetricsServer(HttpServer server) {
        this.server = server;
    }

    public static MetricsServer start() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        MetricsServer server = new MetricsServer(http);
        http.createContext("/q/metrics", exchange -> {
            byte[] body = server.page.getBytes(UTF_8);
            exchange.sendResponseHeaders(server.status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        http.start();
        return server;
    }

    public MetricsServer shows(String text) {
        page = text;
        return this;
    }

    public MetricsServer fails(int with) {
        status = with;
        return this;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI uri() {
        return URI.create("http://reasoners:" + port() + "/q/metrics");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
