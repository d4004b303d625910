package dev.ponder.cluster.journey;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.cluster.site.Said;
import dev.ponder.cluster.site.Shell;
import dev.ponder.contracts.json.Json;
import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What {@code ./ponder explain-scaling} tells of a file of decisions.
 *
 * @param exit 0 where the law, asked again, decides the same
 * @param text for people
 * @param figures for programs
 */
record Explanation(int exit, String text, JsonNode figures) {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Has a file explained by the jar that ships. */
    static Explanation of(Path decisions, Path folder) throws IOException, LaunchException {
        Path json = folder.resolve(decisions.getFileName() + ".explained.json");
        Said said = new Shell(folder, Map.of(), PATIENCE)
                .call(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        Checkout.current().jar("local").toString(),
                        "explain-scaling",
                        decisions.toString(),
                        "--json",
                        json.toString()));
        JsonNode figures = Json.mapper().readTree(Files.exists(json) ? Files.readString(json) : "{}");
        return new Explanation(said.exit(), said.out() + said.err(), figures);
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
