package dev.ponder.cluster.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.cluster.site.Cluster;
import dev.ponder.cluster.site.OnCluster;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That what is written of the chart and of the services' settings is so. */
@OnCluster
final class BookChecks {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| `(.*?)` \\|");
    private static final Pattern SETTING = Pattern.compile("(?m)^(router|reasoner|cache|autoscaler)\\.[^=]+(?==)");
    private static final Set<String> WHOLE = Set.of("target", "price", "settings", "resources");

    private final Chart chart;

    BookChecks(Cluster cluster) {
        this.chart = new Chart(cluster::helm);
    }

    private static JsonNode values() throws IOException {
        return Serialization.unmarshal(Files.readString(Chart.folder().resolve("values.yaml")), JsonNode.class);
    }

    @Test
    void namesEachValueWithItsDefaultInTheReadme() throws IOException {
        Map<String, String> written = new LinkedHashMap<>();
        Matcher rows = ROW.matcher(Files.readString(Chart.folder().resolve("README.md")));
        while (rows.find()) {
            written.put(rows.group(1), plain(rows.group(2)));
        }
        Map<String, String> found = new LinkedHashMap<>();

        leaves("", values(), found);

        assertThat(written).containsAllEntriesOf(found);
        assertThat(written).hasSameSizeAs(found);
    }

    private static void leaves(String path, JsonNode node, Map<String, String> found) {
        node.properties().forEach(one -> {
            String key = path.isEmpty() ? one.getKey() : path + "." + one.getKey();
            JsonNode value = one.getValue();
            if (value.isObject() && !value.isEmpty() && !WHOLE.contains(one.getKey())) {
                leaves(key, value, found);
            } else {
                found.put(
                        key, plain(value.isTextual() && !value.asText().isEmpty() ? value.asText() : value.toString()));
            }
        });
    }

    private static String plain(String json) {
        return json.replace(" ", "");
    }

    /** A key that a service does not know would keep it from starting. */
    @ParameterizedTest
    @ValueSource(strings = {"minimal", "edge", "distributed", "mixed", "keda", "hpa", "secured"})
    void writesOnlySettingsThatTheServicesBooksName(String profile) {
        Set<String> written = chart.rendered(profile).kind("ConfigMap").stream()
                .map(one -> one.at("/data/application.properties").asText())
                .flatMap(text -> SETTING.matcher(text).results().map(found -> found.group()))
                .collect(Collectors.toCollection(TreeSet::new));
        List<Pattern> books = Stream.of("router", "reasoner", "cache", "autoscaler")
                .flatMap(service -> Book.of(service).patterns())
                .toList();

        assertThat(written)
                .isNotEmpty()
                .allSatisfy(key -> assertThat(books)
                        .as("%s in the books", key)
                        .anyMatch(book -> book.matcher(key).matches()));
    }
}
