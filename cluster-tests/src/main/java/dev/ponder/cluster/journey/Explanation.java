package dev.ponder.cluster.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.contracts.json.Json;
import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What {@code ./ponder explain-scaling} tells of a file of decisions.
 *
 * @param exit 0 where the law, asked again, decides the same
 * @param text for people
 * @param figures for programs
 */
record Explanation(int exit, String text, JsonNode figures) {

    /** Has a file explained by the jar that ships. */
    static Explanation of(Path decisions, Path folder) throws IOException, InterruptedException, LaunchException {
        Path json = folder.resolve(decisions.getFileName() + ".explained.json");
        Path said = folder.resolve(decisions.getFileName() + ".explained.txt");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Checkout.current().jar("local").toString(),
                "explain-scaling",
                decisions.toString(),
                "--json",
                json.toString());
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        JsonNode figures = Json.mapper().readTree(Files.exists(json) ? Files.readString(json) : "{}");
        return new Explanation(exit, Files.readString(said, UTF_8), figures);
    }

    /** A figure by its name; -1 where it is not told. */
    int metric(String name) {
        return figures.path("metrics").path(name).asInt(-1);
    }

    /** How often it was decided to go the other way. */
    int reversals() {
        int reversals = 0;
        int last = 0;
        for (JsonNode row : figures.path("rows")) {
            if (row.path("name").asText().equals("change")) {
                int way =
                        Integer.signum(row.path("to").asInt() - row.path("from").asInt());
                reversals += last != 0 && way != 0 && way != last ? 1 : 0;
                last = way == 0 ? last : way;
            }
        }
        return reversals;
    }
}
