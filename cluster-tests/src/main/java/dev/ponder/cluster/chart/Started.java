package dev.ponder.cluster.chart;

import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.FreePorts;
import dev.ponder.local.launch.LaunchException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A service that ships, started as a pod of the chart starts it: by a file of settings and some environment above it. One thread. */
record Started(Process process, Path log, int port) implements AutoCloseable {

    /** Starts it and returns at once. */
    static Started of(String service, Path folder, String settings, Map<String, String> environment)
            throws IOException, LaunchException {
        Path jar = Checkout.current().service(service + "-service");
        Path file = Files.writeString(Files.createTempFile(folder, service, ".properties"), settings);
        Path log = folder.resolve(file.getFileName() + ".log");
        int port = FreePorts.one();
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-jar",
                jar.toString()));
        builder.environment()
                .putAll(Map.of(
                        "SMALLRYE_CONFIG_LOCATIONS",
                        file.toString(),
                        "POD_NAME",
                        "demo-" + service + "-0",
                        "POD_NAMESPACE",
                        "llm",
                        "QUARKUS_HTTP_HOST",
                        "127.0.0.1",
                        "QUARKUS_HTTP_PORT",
                        Integer.toString(port)));
        builder.environment().putAll(environment);
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroyForcibly));
        return new Started(process, log, port);
    }

    /** What a page says; an empty text where nobody answers. */
    String get(String path) throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException notYet) {
            return "";
        }
    }

    String said() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
