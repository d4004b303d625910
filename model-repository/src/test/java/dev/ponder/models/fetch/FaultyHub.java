package dev.ponder.models.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A hub of both forms on a real HTTP server, with the files that it is given and the faults that it is told, one a request. */
final class FaultyHub implements AutoCloseable {

    /** What a server may do with a request for a file. */
    enum Fault {
        NONE,
        /** Ends the connection after half of what it promised. */
        CUT,
        /** Says that the file is shorter, and gives that. */
        SHORT,
        /** Gives more than the list says. */
        LONG,
        /** Turns a bit. */
        CORRUPT,
        /** Answers a range with all. */
        WHOLE,
        /** Answers a range with another. */
        OTHER_RANGE,
        TOO_MANY,
        UNAVAILABLE,
        /** Begins to answer, and stops. */
        STALL
    }

    /** A request for a file, and what it asked for. */
    record Asked(
            String path, @Nullable String range, @Nullable String authorization) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final ConcurrentLinkedQueue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile boolean faultsForEver;
    private volatile @Nullable String store;

    private FaultyHub(HttpServer server) {
        this.server = server;
    }

    private static FaultyHub start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        FaultyHub hub = new FaultyHub(server);
        server.setExecutor(hub.threads);
        server.createContext("/", hub::answer);
        server.start();
        return hub;
    }

    /** Starts one with a model of two files: its weights, and what it is configured by. */
    static FaultyHub serving(String weights, byte[] content) throws IOException {
        return start().with("config.json", "{}".getBytes(UTF_8)).with(weights, content);
    }

    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    FaultyHub with(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    FaultyHub faults(Fault... these) {
        faults.addAll(Arrays.asList(these));
        return this;
    }

    FaultyHub always(Fault fault) {
        faultsForEver = true;
        faults.add(fault);
        return this;
    }

    /** Sends on to another server, as hubs do with large files. */
    FaultyHub sendingOnTo(String other) {
        store = other;
        return this;
    }

    List<Asked> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.contains("/tree/")) {
                send(exchange, 200, huggingFaceList().getBytes(UTF_8));
            } else if (path.endsWith("/repo/files")) {
                send(exchange, 200, modelScopeList().getBytes(UTF_8));
            } else {
                file(exchange, name(exchange));
            }
        }
    }

    private static String name(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        String path = exchange.getRequestURI().getPath();
        return query != null && query.contains("FilePath=")
                ? query.substring(query.indexOf("FilePath=") + 9)
                : path.replaceFirst("^/[^/]+/[^/]+/resolve/[^/]+/", "");
    }

    private void file(HttpExchange exchange, String name) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("range");
        asked.add(new Asked(name, range, exchange.getRequestHeaders().getFirst("authorization")));
        byte[] content = files.get(name);
        if (store != null) {
            exchange.getResponseHeaders().add("location", store + exchange.getRequestURI());
            exchange.sendResponseHeaders(302, -1);
        } else if (content == null) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            give(exchange, content, range == null ? 0 : from(range), nextFault());
        }
    }

    private Fault nextFault() {
        Fault next = faultsForEver ? faults.peek() : faults.poll();
        return next == null ? Fault.NONE : next;
    }

    private static int from(String range) {
        return Integer.parseInt(range.substring("bytes=".length(), range.indexOf('-')));
    }

    private static void give(HttpExchange exchange, byte[] content, int from, Fault fault) throws IOException {
        byte[] rest = Arrays.copyOfRange(content, from, content.length);
        switch (fault) {
            case NONE -> part(exchange, rest, from, content.length);
            case CUT -> cut(exchange, rest, from, content.length);
            case SHORT -> part(exchange, Arrays.copyOf(rest, rest.length / 2), from, content.length);
            case LONG -> part(exchange, Arrays.copyOf(rest, rest.length + 7), from, content.length);
            case CORRUPT -> {
                rest[rest.length / 2] ^= 1;
                part(exchange, rest, from, content.length);
            }
            case WHOLE -> send(exchange, 200, content);
            case OTHER_RANGE -> {
                exchange.getResponseHeaders().add("content-range", "bytes 0-0/" + content.length);
                send(exchange, 206, Arrays.copyOf(content, 1));
            }
            case TOO_MANY -> {
                exchange.getResponseHeaders().add("retry-after", "1");
                exchange.sendResponseHeaders(429, -1);
            }
            case UNAVAILABLE -> exchange.sendResponseHeaders(503, -1);
            case STALL -> stall(exchange, rest, from, content.length);
        }
    }

    private static void part(HttpExchange exchange, byte[] body, int from, int size) throws IOException {
        if (from > 0) {
            range(exchange, from, size);
        }
        send(exchange, from > 0 ? 206 : 200, body);
    }

    private static void range(HttpExchange exchange, int from, int size) {
        exchange.getResponseHeaders().add("content-range", "bytes " + from + "-" + (size - 1) + "/" + size);
    }

    private static void cut(HttpExchange exchange, byte[] rest, int from, int size) throws IOException {
        if (from > 0) {
            range(exchange, from, size);
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, rest.length);
        exchange.getResponseBody().write(rest, 0, rest.length / 2);
        exchange.getResponseBody().flush();
    }

    private static void stall(HttpExchange exchange, byte[] rest, int from, int size) throws IOException {
        cut(exchange, rest, from, size);
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** Files whose name ends in .safetensors are in LFS, the rest has git's own sums. */
    private String huggingFaceList() {
        return files.entrySet().stream()
                .map(each -> Listed.huggingFace(each.getKey(), each.getValue()))
                .collect(Collectors.joining(",", "[{\"type\":\"directory\",\"path\":\"sub\",\"size\":0},", "]"));
    }

    private String modelScopeList() {
        return files.entrySet().stream()
                .map(each -> Listed.modelScope(each.getKey(), each.getValue()))
                .collect(Collectors.joining(",", "{\"Code\":200,\"Data\":{\"Files\":[", "]}}"));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
