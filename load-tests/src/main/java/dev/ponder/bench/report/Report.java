package dev.ponder.bench.report;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.contracts.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a bench found. A figure that could not be measured is left out, never 0.
 *
 * @param bench the bench's name
 * @param arguments as they were given, defaults filled in
 * @param seeds every seed that was used
 * @param metrics ours, in the shipped default settings
 * @param rows baselines and variants of the same run
 */
public record Report(
        String bench, Map<String, String> arguments, List<Long> seeds, Map<String, Double> metrics, List<Row> rows) {

    public Report {
        requireNonNull(bench, "bench is null");
        arguments = new LinkedHashMap<>(arguments);
        seeds = List.copyOf(seeds);
        metrics = new LinkedHashMap<>(metrics);
        rows = List.copyOf(rows);
    }

    /** The report as JSON: {@code bench, version, machine, args, seeds, metrics, rows}. */
    public ObjectNode toJson() {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("bench", bench);
        json.put("version", version());
        json.put("machine", Machine.describe());
        json.set("args", Json.mapper().valueToTree(arguments));
        json.set("seeds", Json.mapper().valueToTree(seeds));
        json.set("metrics", Json.mapper().valueToTree(metrics));
        ArrayNode list = json.putArray("rows");
        rows.forEach(row -> list.add(asJson(row)));
        return json;
    }

    private static ObjectNode asJson(Row row) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("name", row.name());
        row.figures().forEach(json::put);
        return json;
    }

    /** Writes the JSON to a file. */
    public void write(Path file) throws IOException {
        Files.writeString(file, toJson().toPrettyString() + System.lineSeparator());
    }

    private static String version() {
        String version = Report.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
