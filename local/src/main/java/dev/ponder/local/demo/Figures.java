package dev.ponder.local.demo;

import com.fasterxml.jackson.databind.SerializationFeature;
import dev.ponder.contracts.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A run's figures in the one form that benches, tests and the demo write.
 *
 * @param bench what ran
 * @param version of Ponder
 * @param machine what it ran on
 * @param args how it was called, defaults filled in
 * @param seeds of chance, where it had a part
 * @param metrics ours, by name
 * @param rows baselines and variants; the demo has none
 */
record Figures(
        String bench,
        String version,
        String machine,
        Map<String, String> args,
        List<Long> seeds,
        Map<String, Number> metrics,
        List<Map<String, Object>> rows) {

    static Figures of(Summary summary, Map<String, String> args) {
        String version = Figures.class.getPackage().getImplementationVersion();
        return new Figures(
                "demo",
                version == null ? "development" : version,
                thisMachine(),
                args,
                List.of(),
                summary.metrics(),
                List.of());
    }

    private static String thisMachine() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " cores, JDK " + Runtime.version();
    }

    void write(Path file) throws IOException {
        Files.write(
                file,
                Json.mapper().writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(this));
    }
}
