package dev.ponder.local.figures;

import com.fasterxml.jackson.databind.SerializationFeature;
import dev.ponder.contracts.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A run's figures in the one form that benches and commands write.
 *
 * @param bench what ran
 * @param version of Ponder
 * @param machine what it ran on
 * @param args how it was called, defaults filled in
 * @param seeds of chance, where it had a part
 * @param metrics ours, by name
 * @param rows baselines, variants or parts
 */
public record Figures(
        String bench,
        String version,
        String machine,
        Map<String, String> args,
        List<Long> seeds,
        Map<String, Number> metrics,
        List<Map<String, Object>> rows) {

    /** Figures of this version on this machine, without chance. */
    public static Figures of(
            String bench, Map<String, String> args, Map<String, Number> metrics, List<Map<String, Object>> rows) {
        String version = Figures.class.getPackage().getImplementationVersion();
        return new Figures(
                bench, version == null ? "development" : version, thisMachine(), args, List.of(), metrics, rows);
    }

    private static String thisMachine() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " cores, JDK " + Runtime.version();
    }

    /** Writes them as one JSON object. */
    public void write(Path file) throws IOException {
        Files.write(
                file,
                Json.mapper().writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(this));
    }
}
