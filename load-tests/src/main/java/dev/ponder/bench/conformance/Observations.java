package dev.ponder.bench.conformance;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.ponder.contracts.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was seen of one server.
 *
 * @param lines by the case's name, in the order of the cases
 */
public record Observations(Map<String, List<String>> lines) {

    /** What Triton 2.51.0 was seen to answer; written by {@code ./ponder bench conformance --server real --record}. */
    private static final String RECORD = "/conformance/triton-2.51.0.json";

    public Observations {
        lines = new LinkedHashMap<>(lines);
    }

    /** The record of a real server that stands beside the code. */
    public static Observations recorded() throws IOException {
        try (InputStream in = requireNonNull(Observations.class.getResourceAsStream(RECORD), "no " + RECORD)) {
            return new Observations(Json.mapper().readValue(in, new TypeReference<Map<String, List<String>>>() {}));
        }
    }

    /** Writes a record. */
    void write(Path file) throws IOException {
        Files.writeString(
                file,
                Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(lines) + System.lineSeparator());
    }
}
