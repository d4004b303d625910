package dev.ponder.cluster.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.images.assembly.Assembly;
import dev.ponder.images.assembly.Target;
import dev.ponder.images.files.Folder;
import dev.ponder.images.files.ImageFiles;
import dev.ponder.images.files.Part;
import dev.ponder.images.files.PlacedFile;
import dev.ponder.images.plan.Catalogue;
import dev.ponder.images.plan.Entrypoint;
import dev.ponder.images.plan.ImagePlan;
import dev.ponder.local.launch.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each image keeps to, read in its tar; start-up caches are left out, for they take a run of everything. */
@Order(1)
@SuppressWarnings("NullAway.Init") // make() sets the field before any check
final class ImageChecks {

    private static final String HOME = Entrypoint.HOME.substring(1) + "/";

    private final Map<String, MadeImage> images = new HashMap<>();
    private final Map<String, String> digests = new HashMap<>();
    private String base;
    private Path work;

    static Stream<String> names() {
        return Catalogue.all().stream().map(ImagePlan::name);
    }

    @BeforeAll
    void make() throws Exception {
        base = BaseImage.orSkip();
        work = Files.createTempDirectory("ponder-images-");
        for (ImagePlan plan : Catalogue.all()) {
            Path made = work.resolve("first");
            digests.put(plan.name(), make(plan, made));
            images.put(plan.name(), MadeImage.read(made.resolve(plan.name() + ".tar"), work.resolve(plan.name())));
        }
    }

    @AfterAll
    void forget() throws IOException {
        if (work != null) {
            Folder.remove(work);
        }
    }

    /** What is kept of layers lies with the tars, so that nothing of one making helps another. */
    private String make(ImagePlan plan, Path folder) throws Exception {
        Checkout checkout = Checkout.current();
        List<PlacedFile> files = new ImageFiles(checkout).of(plan);
        return new Assembly(base, checkout.root(), folder.resolve("kept"))
                .make(plan, files, Optional.empty(), "ponder/" + plan.name() + ":check", new Target.Folder(folder))
                .digest();
    }

    @ParameterizedTest
    @MethodSource("names")
    void runsAsNobody(String name) {
        assertThat(image(name).config().path("User").asText()).isEqualTo("10001:10001");
    }

    @ParameterizedTest
    @MethodSource("names")
    void startsTheJvmWithoutAShell(String name) {
        assertThat(image(name).entrypoint()).startsWith("java").contains("-jar").doesNotContain("sh", "-c");
    }

    @ParameterizedTest
    @MethodSource("names")
    void carriesItsBillOfMaterials(String name) {
        assertThat(image(name).layers()).anyMatch(layer -> layer.contains(HOME + "sbom/" + name + ".cdx.json"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void tellsItsVersionRevisionAndLicence(String name) {
        assertThat(image(name).config().path("Labels").properties())
                .extracting(Map.Entry::getKey)
                .contains(
                        "org.opencontainers.image.version",
                        "org.opencontainers.image.revision",
                        "org.opencontainers.image.licenses");
    }

    @ParameterizedTest
    @MethodSource("names")
    void laysWhatSeldomChangesBelowWhatOftenDoes(String name) throws Exception {
        MadeImage image = image(name);
        Map<Part, Integer> layers = new HashMap<>();
        for (PlacedFile file : new ImageFiles(Checkout.current()).of(Catalogue.named(name))) {
            layers.merge(file.part(), image.layerOf(HOME + file.place()), Math::max);
        }

        List<Integer> inOrder = Stream.of(Part.values())
                .filter(layers::containsKey)
                .map(layers::get)
                .toList();

        assertThat(inOrder).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isTheSameWhenItIsMadeAgain(String name) throws Exception {
        String again = make(Catalogue.named(name), work.resolve("again"));

        assertThat(again).isEqualTo(digests.get(name));
    }

    private MadeImage image(String name) {
        return Optional.ofNullable(images.get(name)).orElseThrow();
    }
}
