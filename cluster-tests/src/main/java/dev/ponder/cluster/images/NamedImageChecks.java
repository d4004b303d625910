package dev.ponder.cluster.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.images.plan.Catalogue;
import dev.ponder.images.plan.ImagePlan;
import dev.ponder.local.launch.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That whatever names an image of ours names one that is made. */
@Order(2)
final class NamedImageChecks {

    private static final Pattern OURS = Pattern.compile("(?:repository: |PONDER_REPOSITORY:-)ponder}?/([a-z-]+)");

    @ParameterizedTest
    @ValueSource(strings = {"helm/ponder/values.yaml", "helm/ponder/charts/shards/values.yaml", "deploy/compose.yaml"})
    void namesOnlyImagesThatAreMade(String file) throws IOException {
        String text = Files.readString(Checkout.current().root().resolve(file));

        List<String> named =
                OURS.matcher(text).results().map(found -> found.group(1)).toList();

        assertThat(named)
                .isNotEmpty()
                .isSubsetOf(Catalogue.all().stream().map(ImagePlan::name).toList());
    }

    /** One that is none of ours to make has its recipe in {@code deploy}. */
    @ParameterizedTest
    @ValueSource(strings = {"edge", "distributed", "mixed"})
    void namesInAProfileOnlyImagesThatAreMadeOrHaveARecipe(String profile) throws IOException {
        Path root = Checkout.current().root();
        String text = Files.readString(root.resolve("helm/ponder/charts/shards/profiles/" + profile + ".yaml"));

        assertThat(OURS.matcher(text).results().map(found -> found.group(1)))
                .allSatisfy(name -> assertThat(Catalogue.all().stream()
                                        .anyMatch(made -> made.name().equals(name))
                                || Files.isRegularFile(
                                        root.resolve("deploy").resolve(name).resolve("Dockerfile")))
                        .as("%s is made by ./ponder images, or has a Dockerfile in deploy", name)
                        .isTrue());
    }
}
