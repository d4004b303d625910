package dev.ponder.bench.dashboards;

import dev.ponder.local.launch.LaunchException;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The house under load, with a Prometheus beside it that is asked everything. One thread. */
final class Watched {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path root;
    private final Path binary;
    private final int port;
    private final double rate;
    private final long seed;
    private final Consumer<String> log;

    /**
     * What was seen.
     *
     * @param asked how much users wrote
     * @param missing what had no data
     */
    record Seen(int asked, List<Question> missing) {

        Seen {
            missing = List.copyOf(missing);
        }
    }

    Watched(Path root, Path binary, int port, double rate, long seed, Consumer<String> log) {
        this.root = root;
        this.binary = binary;
        this.port = port;
        this.rate = rate;
        this.seed = seed;
        this.log = log;
    }

    /**
     * Runs it.
     *
     * @param warmUp how long load runs before anything is asked
     * @param hold for how long all of it is kept running afterwards
     */
    Seen run(Duration warmUp, Duration hold) throws LaunchException, InterruptedException, IOException {
        Path folder = Files.createTempDirectory("ponder-dashboards-");
        List<Integer> ports = freePorts();
        int serves = port == 0 ? ports.get(2) : port;
        try (House house = House.start(ports.get(0), ports.get(1), log);
                Prometheus prometheus = Prometheus.start(binary, folder, scrapes(house), serves);
                Pen pen = new Pen(house.bootstrap());
                Crowd crowd = Crowd.start(pen, rate, seed)) {
            log.accept("Prometheus serves at http://" + prometheus.address() + "; load runs for " + warmUp.toSeconds()
                    + " s before it is asked.");
            Thread.sleep(warmUp);
            List<Question> questions = new ArrayList<>(Question.ofDashboards());
            questions.addAll(Question.ofAlerts());
            List<Question> missing = Answers.missing(prometheus, questions, PATIENCE);
            if (!hold.isZero()) {
                log.accept("Everything runs on for " + hold.toSeconds() + " s.");
                Thread.sleep(hold);
            }
            return new Seen(crowd.asked(), missing);
        } finally {
            delete(folder);
        }
    }

    private ScrapeFile scrapes(House house) throws IOException {
        try (Stream<Path> rules = Files.list(root.resolve("helm/ponder/rules"))) {
            List<Path> files = rules.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            return new ScrapeFile(house.pages(), Map.of("ponder-shard", "/metrics"), files);
        }
    }

    private static List<Integer> freePorts() throws IOException {
        try (ServerSocket one = new ServerSocket(0);
                ServerSocket other = new ServerSocket(0);
                ServerSocket third = new ServerSocket(0)) {
            return List.of(one.getLocalPort(), other.getLocalPort(), third.getLocalPort());
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }
}
