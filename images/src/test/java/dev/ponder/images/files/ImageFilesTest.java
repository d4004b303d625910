package dev.ponder.images.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.ponder.images.plan.Catalogue;
import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFilesTest {

    @TempDir
    private Path root;

    private ImageFiles files;

    @BeforeEach
    void build() throws IOException {
        files = new ImageFiles(new Checkout(root));
        write("cache-service/target/quarkus-app/quarkus-run.jar");
        write("cache-service/target/quarkus-app/quarkus-app-dependencies.txt");
        write("cache-service/target/quarkus-app/app/cache-service-" + Version.current() + ".jar");
        write("cache-service/target/quarkus-app/lib/main/io.netty.netty-buffer-4.1.jar");
        write("cache-service/target/quarkus-app/lib/main/dev.ponder.contracts-" + Version.current() + ".jar");
        write("cache-service/target/quarkus-app/quarkus/generated-bytecode.jar");
        write("cache-service/target/bom.json");
    }

    @Test
    void tellsLibrariesFromOurOwnModulesAndTheApplication() throws LaunchException {
        List<PlacedFile> placed = files.of(Catalogue.named(Catalogue.CACHE));

        assertThat(placed)
                .extracting(PlacedFile::place, PlacedFile::part)
                .containsExactly(
                        tuple("app/cache-service-" + Version.current() + ".jar", Part.APPLICATION),
                        tuple("lib/main/dev.ponder.contracts-" + Version.current() + ".jar", Part.HOUSE),
                        tuple("lib/main/io.netty.netty-buffer-4.1.jar", Part.LIBRARIES),
                        tuple("quarkus-run.jar", Part.APPLICATION),
                        tuple("quarkus/generated-bytecode.jar", Part.GENERATED),
                        tuple("sbom/cache.cdx.json", Part.SBOM));
    }

    @Test
    void refusesAModuleWithoutABillOfMaterials() throws IOException {
        Files.delete(root.resolve("cache-service/target/bom.json"));

        assertThatThrownBy(() -> files.of(Catalogue.named(Catalogue.CACHE)))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("no bill of materials");
    }

    @Test
    void refusesAModuleThatIsNotBuilt() {
        assertThatThrownBy(() -> files.of(Catalogue.named(Catalogue.TOOLS)))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("local is not built");
    }

    @Test
    void laysEveryFileWithOneTime() throws IOException, LaunchException {
        Path home = root.resolve("home");

        UnpackedImage.lay(files.of(Catalogue.named(Catalogue.CACHE)), home);

        Path laid = home.resolve("lib/main/io.netty.netty-buffer-4.1.jar");
        assertThat(Files.getLastModifiedTime(laid).toInstant()).isEqualTo(UnpackedImage.FILE_TIME);
        assertThat(home.resolve("sbom/cache.cdx.json")).exists();
    }

    private void write(String place) throws IOException {
        Path file = root.resolve(place);
        Files.createDirectories(file.getParent());
        Files.writeString(file, place);
    }
}
