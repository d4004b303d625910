package dev.ponder.models.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.ponder.models.catalogue.Catalogue;
import dev.ponder.models.catalogue.Mix;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the chart's profiles ask for has room where they ask for it. */
class ChartProfilesTest {

    private static final Path CHART = Path.of("../helm/ponder/charts/shards");
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"mixed", "distributed"})
    void haveRoom(String profile) throws IOException {
        JsonNode values = YAML.readerForUpdating(
                        YAML.readTree(CHART.resolve("values.yaml").toFile()))
                .readValue(CHART.resolve("profiles/" + profile + ".yaml").toFile());

        Fit fit = new Sizing(Catalogue.standard()).of(deployment(values));

        assertThat(fit).as(fit.toString()).isInstanceOf(Fit.Fits.class);
    }

    /** As the step {@code fits} of the fetch asks: out of the memory that the server's container may have. */
    @Test
    void hasRoomForTheEdgeInTheMemoryOfItsServer() throws IOException {
        JsonNode values = YAML.readerForUpdating(
                        YAML.readTree(CHART.resolve("values.yaml").toFile()))
                .readValue(CHART.resolve("profiles/edge.yaml").toFile());
        JsonNode model = values.path("model");
        long memory = new Quantity()
                .convert(values.at("/server/resources/limits/memory").asText());
        HostDeployment edge = new HostDeployment(
                model.path("catalogue").asText(),
                model.path("batch").asInt(),
                model.path("sequence").asInt(),
                memory);

        HostFit fit = new HostSizing(Catalogue.standard()).of(edge);

        assertThat(fit).as(fit.toString()).isInstanceOf(HostFit.Fits.class);
    }

    private static Deployment deployment(JsonNode values) throws IOException {
        JsonNode model = values.path("model");
        Mix mix = model.path("mix").isEmpty()
                ? Mix.of(model.path("precision").asText())
                : YAML.treeToValue(model.path("mix"), Mix.class);
        return new Deployment(
                model.path("catalogue").asText(),
                mix,
                KvType.valueOf(model.path("kv").asText().toUpperCase(Locale.ROOT)),
                values.path("gpu").path("kind").asText(),
                new Ranks(
                        values.path("tensorParallel").asInt(),
                        values.path("pipelineParallel").asInt()),
                model.path("batch").asInt(),
                model.path("stepTokens").asInt(),
                model.path("sequence").asInt(),
                32,
                model.path("freeShare").asDouble());
    }
}
