package dev.ponder.bench.conformance;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.contracts.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What the probe writes, a case a line of its own, without what differs between two runs on the same server. */
final class ProbeRecord {

    /** What the probe wrote of Triton 2.51.0; renewed by its {@code --target} on one that serves the models of {@code RealServer}. */
    private static final String RECORD = "/conformance/probe-2.51.0.json";

    /** Two requests at once, whose words come in between each other by chance. */
    private static final Set<String> RACED = Set.of(
            "concurrent backend (llm_stream twice)",
            "two models (llm_serial, llm_stream)",
            "ensemble twice",
            "the same id twice");

    /** Where in the toy's file an error was raised, as Python tells it; within JSON, and there within a Python text too. */
    private static final Pattern TRACEBACK = Pattern.compile("(\\\\{1,2}n){2}At:.*?(?=\\\\?\"( id='|[,}]))");

    private static final Pattern DIGITS = Pattern.compile("\\d");

    private ProbeRecord() {}

    static Observations recorded() throws IOException {
        try (InputStream in = requireNonNull(ProbeRecord.class.getResourceAsStream(RECORD), "no " + RECORD)) {
            return read(Json.mapper().readTree(in));
        }
    }

    static Observations read(Path file) throws IOException {
        return read(Json.mapper().readTree(Files.readString(file)));
    }

    private static Observations read(JsonNode rows) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        rows.forEach(
                row -> lines.computeIfAbsent(name(row), _ -> new ArrayList<>()).add(answer(row)));
        return new Observations(lines);
    }

    private static String name(JsonNode row) {
        return row.path("section").asText() + ": " + row.path("case").asText();
    }

    private static String answer(JsonNode row) {
        ObjectNode rest = row.deepCopy();
        rest.remove(List.of("section", "case"));
        if (RACED.contains(row.path("case").asText())) {
            rest.put("order", eachInItsOrder(row.path("order").asText()));
        }
        return TRACEBACK.matcher(rest.toString()).replaceAll("");
    }

    /** Of {@code A:a1 B:b1 A:a2} what each said, one after the other. */
    private static String eachInItsOrder(String order) {
        Map<String, List<String>> each = new TreeMap<>();
        for (String word : order.split(" ")) {
            each.computeIfAbsent(DIGITS.matcher(word).replaceAll(""), _ -> new ArrayList<>())
                    .add(word);
        }
        return each.values().toString();
    }
}
