package dev.ponder.local.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Asks a program whether it serves, by its log or by its address. */
final class ReadinessProbe {

    private static final int TIMEOUT_MILLIS = 2_000;

    private ReadinessProbe() {}

    /** Says whether the program serves now; an address that nobody listens at yet says no. */
    static boolean isReady(Readiness readiness, Path log) {
        return switch (readiness) {
            case Readiness.Announced(String prefix) -> announces(log, prefix);
            case Readiness.Healthy(URI address) -> isHealthy(address);
        };
    }

    private static boolean announces(Path log, String prefix) {
        try (Stream<String> lines = Files.lines(log, UTF_8)) {
            return lines.anyMatch(line -> line.startsWith(prefix));
        } catch (IOException notThereYet) {
            return false;
        }
    }

    private static boolean isHealthy(URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notThereYet) {
            return false;
        }
    }
}
