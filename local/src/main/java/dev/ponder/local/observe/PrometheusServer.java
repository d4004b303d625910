package dev.ponder.local.observe;

import static java.util.Objects.requireNonNull;

import dev.ponder.local.launch.Companion;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.launch.MetricsPage;
import dev.ponder.local.launch.Stack;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A real Prometheus that runs beside a stack. It ends with the stack, and its data go then.
 *
 * @param program where it is
 * @param every how often it reads pages and evaluates rules, in whole seconds
 */
public record PrometheusServer(Path program, Duration every) {

    static final String NAME = "prometheus";

    public PrometheusServer {
        requireNonNull(program, "program is null");
        requireNonNull(every, "every is null");
        if (!every.isPositive() || every.toNanosPart() != 0) {
            throw new IllegalArgumentException("every is no number of whole seconds: " + every);
        }
    }

    /**
     * Starts it and returns when it serves.
     *
     * @param pages whom it asks
     * @param rules files of recording rules and alerts
     * @param port of the loopback, on which it serves
     * @return where it serves, as {@code host:port}
     * @throws LaunchException if it does not start; the message shows the end of its log
     */
    public String start(Stack stack, List<MetricsPage> pages, List<Path> rules, int port)
            throws IOException, InterruptedException, LaunchException {
        String serves = "127.0.0.1:" + port;
        Path file = stack.folder().resolve("prometheus.yml");
        Path data = stack.folder().resolve(NAME);
        Files.writeString(file, new PrometheusFile(pages, serves, rules, every).text());
        List<String> command = List.of(
                program.toString(),
                "--config.file=" + file,
                "--storage.tsdb.path=" + data,
                "--web.listen-address=" + serves);
        stack.accompany(new Companion(NAME, command, URI.create("http://" + serves + "/-/ready"), data));
        return serves;
    }
}
