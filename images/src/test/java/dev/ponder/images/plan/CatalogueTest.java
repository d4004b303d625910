package dev.ponder.images.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    @Test
    void hasAnImageOfEachServiceOfTheToolsOfTheModelsJobsAndOfAShardThatSaysWhatItIs() {
        assertThat(Catalogue.all())
                .extracting(ImagePlan::name)
                .containsExactlyInAnyOrder(
                        "router", "reasoner", "cache", "autoscaler", "tools", "model-repository", "simulated-shard");
    }

    @Test
    void tellsWhatServesFromWhatEndsByItself() {
        assertThat(Catalogue.all())
                .filteredOn(plan -> !plan.serves())
                .extracting(ImagePlan::name)
                .containsExactly(Catalogue.TOOLS, Catalogue.MODELS);
    }

    @Test
    void namesWhatThereIsWhereAnImageIsUnknown() {
        assertThatThrownBy(() -> Catalogue.named("shard"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no image is called shard")
                .hasMessageContaining("simulated-shard");
    }

    @Test
    void startsTheJvmItselfWithItsFlagsBeforeTheJar() {
        List<String> command = Entrypoint.of(
                "java",
                Entrypoint.HOME,
                Catalogue.named(Catalogue.ROUTER),
                List.of(Entrypoint.use("/app/startup.aot")));

        assertThat(command)
                .startsWith("java")
                .endsWith("-XX:AOTCache=/app/startup.aot", "-jar", "/app/quarkus-run.jar");
    }
}
