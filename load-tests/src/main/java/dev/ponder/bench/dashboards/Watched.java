package dev.ponder.bench.dashboards;

import dev.ponder.local.launch.FreePorts;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.observe.PrometheusServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The house under load, with a Prometheus beside it that is asked everything. One thread. */
final class Watched {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration EVERY = Duration.ofSeconds(2);

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

    Watched(Path binary, int port, double rate, long seed, Consumer<String> log) {
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
        List<Integer> ports = FreePorts.find(3);
        int serves = port == 0 ? ports.get(2) : port;
        try (House house = House.start(ports.get(0), ports.get(1), log);
                Pen pen = new Pen(house.bootstrap());
                Crowd crowd = Crowd.start(pen, rate, seed)) {
            Prometheus prometheus = house.observed(new PrometheusServer(binary, EVERY), serves);
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
        }
    }
}
