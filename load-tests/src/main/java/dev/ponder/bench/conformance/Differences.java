package dev.ponder.bench.conformance;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.ponder.contracts.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where one server differs from another.
 *
 * @param found those that no reason is written down for
 * @param listed those with a reason in the table
 * @param stale names in the table that no longer differ
 */
public record Differences(List<Difference> found, List<Difference> listed, List<String> stale) {

    /** The table of reasons, also told in the shard's README. */
    private static final String TABLE = "/conformance/differences.json";

    /**
     * One case that came out otherwise.
     *
     * @param reason why that may be, or an empty text
     */
    public record Difference(String name, List<String> expected, List<String> seen, String reason) {}

    public Differences {
        found = List.copyOf(found);
        listed = List.copyOf(listed);
        stale = List.copyOf(stale);
    }

    /** The reasons, by the case's name. */
    public static Map<String, String> reasons() throws IOException {
        try (InputStream in = requireNonNull(Differences.class.getResourceAsStream(TABLE), "no " + TABLE)) {
            return Json.mapper().readValue(in, new TypeReference<Map<String, String>>() {});
        }
    }

    /** Compares case by case. */
    public static Differences between(Observations expected, Observations seen, Map<String, String> reasons) {
        List<Difference> found = new ArrayList<>();
        List<Difference> listed = new ArrayList<>();
        List<String> stale = new ArrayList<>();
        seen.lines().forEach((name, lines) -> {
            List<String> should = expected.lines().getOrDefault(name, List.of("(not recorded)"));
            String reason = reasons.getOrDefault(name, "");
            if (!should.equals(lines)) {
                (reason.isEmpty() ? found : listed).add(new Difference(name, should, lines, reason));
            } else if (!reason.isEmpty()) {
                stale.add(name);
            }
        });
        return new Differences(found, listed, stale);
    }
}
