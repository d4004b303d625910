package dev.ponder.cluster.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the values which bring the shards along say of them what the shards' own profile says. */
class ServingValuesTest {

    @ParameterizedTest
    @ValueSource(strings = {"edge", "distributed", "mixed"})
    void saysWhatTheProfileOfTheShardsSays(String profile) throws IOException {
        ObjectNode shards = (ObjectNode) read("serving/" + profile).path("shards");

        assertThat(shards.remove("enabled").asBoolean()).isTrue();
        shards.remove(List.of("fullnameOverride", "replicas"));

        assertThat((JsonNode) shards).isEqualTo(read("charts/shards/profiles/" + profile));
    }

    private static JsonNode read(String name) throws IOException {
        Path file = Chart.folder().resolve(name + ".yaml");
        return Serialization.unmarshal(Files.readString(file), JsonNode.class);
    }
}
