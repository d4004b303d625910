package dev.ponder.bench.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Our shard as a process. */
public final class SimulatedServer {

    private static final Duration START_LIMIT = Duration.ofMinutes(1);
    private static final List<String> JVM = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx384m");

    private SimulatedServer() {}

    /**
     * Starts one.
     *
     * @param program the program after the JVM's own flags: {@code -jar FILE}, or a class path and a class
     * @param arguments what the shard is told, its ports apart
     * @param folder where its log goes
     */
    public static Target start(List<String> program, List<String> arguments, Path folder)
            throws IOException, InterruptedException, NoServerException {
        Files.createDirectories(folder);
        Path events = Files.createTempFile(folder, "events", ".jsonl");
        Path log = Files.createTempFile(folder, "shard", ".log");
        Ports ports = Ports.free();
        List<String> command = command(program, ports);
        command.addAll(arguments);
        command.addAll(List.of("--toy-events", events.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Target target = new Target(process, ports, events, text -> post(ports, text));
        if (!target.awaitReady(START_LIMIT)) {
            target.close();
            throw new NoServerException("The simulated shard did not start; " + log + " says why.");
        }
        return target;
    }

    private static List<String> command(List<String> program, Ports ports) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(program);
        command.addAll(List.of("--grpc-port", Integer.toString(ports.grpc())));
        command.addAll(List.of("--http-port", Integer.toString(ports.http())));
        command.addAll(List.of("--metrics-port", Integer.toString(ports.metrics())));
        return command;
    }

    private static void post(Ports ports, String faults) throws IOException, InterruptedException {
        URI at = URI.create("http://" + Target.HOST + ":" + ports.http() + "/simulated/faults");
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(at)
                    .POST(HttpRequest.BodyPublishers.ofString(faults))
                    .build();
            http.send(request, HttpResponse.BodyHandlers.discarding());
        }
    }
}
