package dev.ponder.cluster.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That whoever installs by the chart may set what a service's book names, all but what the chart itself writes. */
class SettingsTest {

    private static final String OF_SCALING = "/$defs/pool/properties/scaling/properties/settings";
    private static final String SCALED = "autoscaler.pools.<pool>.";

    private static JsonNode schema;
    private static WrittenKeys written;

    @BeforeAll
    static void read() throws IOException {
        schema = new ObjectMapper()
                .readTree(Chart.folder().resolve("values.schema.json").toFile());
        written = WrittenKeys.ofTheChart();
    }

    @ParameterizedTest
    @CsvSource({
        "router, /properties/router/properties/settings",
        "cache, /properties/cache/properties/settings",
        "autoscaler, /properties/autoscaler/properties/settings",
        "reasoner, /properties/reasoner/properties/settings",
        "reasoner, /$defs/pool/properties/settings"
    })
    void takesEachKeyOfABookThatItDoesNotWrite(String service, String settings) {
        List<String> refused = Book.of(service).keys().stream()
                .filter(key -> !written.has(key))
                .filter(key -> key.startsWith(SCALED)
                        ? !takes(OF_SCALING, key.substring(SCALED.length()))
                        : !takes(settings, key))
                .toList();

        assertThat(refused)
                .as("keys that %s knows and %s refuses", service, settings)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "price",
                "currency",
                "remembers",
                "offers.small-cards.replica-hour",
                "offers.small-cards.tokens-a-second",
                "classes.batch.due"
            })
    void takesWhatMoneyAndDeadlinesAreReckonedBy(String key) {
        assertThat(takes(OF_SCALING, key)).isTrue();
    }

    /** Two that say one thing: the later line would hold, and what else the chart makes would not know. */
    @ParameterizedTest
    @ValueSource(
            strings = {"min", "queue", "group", "target.name", "prise", "offers.small-cards.hour", "classes.surplus.due"
            })
    void refusesWhatItWritesItselfAndWhatNobodyKnows(String key) {
        assertThat(takes(OF_SCALING, key)).isFalse();
    }

    @Test
    void findsWhatTheChartWrites() {
        assertThat(written.keys())
                .contains("kafka.bootstrap.servers", "router.price.<>.currency", "router.planning.pools.<>")
                .contains(
                        "autoscaler.pools.<>.target.write",
                        "cache.grpc.tls.key",
                        "cache.grpc.tls.clients",
                        "reasoner.queue.group");
    }

    private static boolean takes(String settings, String key) {
        String example = key.replace("<class>", "standard")
                .replaceAll("<[a-z]+>", "acme")
                .replace("*", "one");
        JsonNode patterns = schema.at(settings).path("patternProperties");
        assertThat(patterns).as(settings).isNotEmpty();
        return patterns.properties().stream()
                .anyMatch(one -> Pattern.compile(one.getKey()).matcher(example).find());
    }
}
