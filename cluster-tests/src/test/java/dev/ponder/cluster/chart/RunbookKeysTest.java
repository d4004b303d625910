package dev.ponder.cluster.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever was woken does what a runbook says: the chart takes each key that one names, and each command says in which namespace. */
class RunbookKeysTest {

    private static final Path RUNBOOKS = Chart.folder().resolve("../../docs/runbooks");
    private static final Pattern KEY = Pattern.compile("`([a-zA-Z]+(?:\\.[A-Za-z0-9<>-]+)+)`");
    private static final Pattern COMMAND = Pattern.compile("`(kubectl [^`]+)`");

    /** What follows is for those who run the services by other means. */
    private static final Pattern ELSEWHERE = Pattern.compile("Without the chart.*");

    private static JsonNode chart;
    private static JsonNode shards;

    @BeforeAll
    static void read() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        chart = mapper.readTree(Chart.folder().resolve("values.schema.json").toFile());
        shards = mapper.readTree(
                Chart.folder().resolve("charts/shards/values.schema.json").toFile());
    }

    @ParameterizedTest
    @MethodSource("runbooks")
    void nameKeysThatTheChartTakes(String name) throws IOException {
        String page =
                ELSEWHERE.matcher(Files.readString(RUNBOOKS.resolve(name))).replaceAll("");

        List<String> refused = KEY.matcher(page)
                .results()
                .map(found -> found.group(1))
                .filter(RunbookKeysTest::isOfTheChart)
                .filter(key -> !takes(key))
                .toList();

        assertThat(refused).as("keys of %s that the chart refuses", name).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("runbooks")
    void sayInWhichNamespace(String name) throws IOException {
        String page = Files.readString(RUNBOOKS.resolve(name));

        assertThat(COMMAND.matcher(page).results().map(found -> found.group(1)))
                .allMatch(command -> command.startsWith("kubectl -n NAMESPACE "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reasoner.pools.<pool>.scaling.max",
                "reasoner.pools.<pool>.domains",
                "shards.model.batch",
                "router.sharing.weights.<tenant>",
                "policies.cost-cap.most-per-hour"
            })
    void knowsWhatTheChartTakes(String key) {
        assertThat(isOfTheChart(key) && takes(key)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "autoscaler.pools.<pool>.max",
                "router.planning.pools",
                "router.liveness.queue-group",
                "reasoner.pools.<pool>.max",
                "policies.cost-cap.most"
            })
    void knowsWhatTheChartRefuses(String key) {
        assertThat(isOfTheChart(key) && !takes(key)).isTrue();
    }

    @Test
    void findsKeysAndCommands() throws IOException {
        String page = Files.readString(RUNBOOKS.resolve("PonderNobodyScales.md"))
                + Files.readString(RUNBOOKS.resolve("PonderPoolAtMax.md"));

        assertThat(KEY.matcher(page).find()).isTrue();
        assertThat(COMMAND.matcher(page).find()).isTrue();
    }

    static Stream<String> runbooks() throws IOException {
        try (Stream<Path> files = Files.list(RUNBOOKS)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    private static boolean isOfTheChart(String key) {
        String first = key.substring(0, key.indexOf('.'));
        return first.equals("policies") || chart.path("properties").has(first);
    }

    /** As a key of the values, or as one of the settings that a service, or a pool's scaling, takes. */
    private static boolean takes(String key) {
        String first = key.substring(0, key.indexOf('.'));
        if (first.equals("policies")) {
            return matches("/$defs/pool/properties/scaling/properties/settings", key);
        }
        return isValue(key) || matches("/properties/" + first + "/properties/settings", key);
    }

    private static boolean isValue(String key) {
        boolean ofShards = key.startsWith("shards.") && !key.equals("shards.enabled");
        JsonNode schema = ofShards ? shards : chart;
        for (String name : (ofShards ? key.substring("shards.".length()) : key).split("\\.")) {
            schema = name.startsWith("<")
                    ? schema.path("patternProperties").valueStream().findFirst().orElse(schema.path("none"))
                    : schema.path("properties").path(name);
            if (schema.has("$ref")) {
                schema = chart.at(schema.path("$ref").asText().substring(1));
            }
        }
        return !schema.isMissingNode();
    }

    private static boolean matches(String settings, String key) {
        String example = key.replace("<class>", "standard").replaceAll("<[a-z]+>", "acme");
        return chart.at(settings)
                .path("patternProperties")
                .propertyStream()
                .anyMatch(one -> Pattern.compile(one.getKey()).matcher(example).find());
    }
}
