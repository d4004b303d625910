package dev.ponder.local.up;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.local.FrontDoor;
import dev.ponder.local.launch.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code up} and {@code down} do where they need not start or stop a stack; as processes, in a checkout of their own. */
@SuppressWarnings("NullAway.Init") // lay() runs before each
class UpAndDownTest {

    @TempDir
    private Path root;

    private Checkout checkout;

    @BeforeEach
    void lay() throws IOException {
        checkout = new Checkout(root);
        Files.createDirectories(checkout.state());
    }

    @Test
    void downWithoutUpSaysThatNothingIsUp() throws IOException, InterruptedException {
        assertThat(call("down")).isEqualTo("0 Nothing is up.\n");
    }

    @Test
    void downForgetsAStackWhoseKeeperWasKilled() throws IOException, InterruptedException {
        Running here = Running.here("127.0.0.1:9", root, Map.of());
        new Running(Integer.MAX_VALUE, here.keptSince(), here.bootstrap(), here.folder(), Map.of()).write(checkout);

        assertThat(call("down")).isEqualTo("0 Nothing is up.\n");
        assertThat(checkout.state().resolve("up.json")).doesNotExist();
    }

    @Test
    void upTwiceTellsOfTheFirst() throws IOException, InterruptedException {
        Running.here("127.0.0.1:9999", root, Map.of()).write(checkout);

        assertThat(call("up")).startsWith("0 It is up already.\nKafka:  127.0.0.1:9999\n");
        assertThat(checkout.state().resolve("up.log")).doesNotExist();
    }

    @Test
    void upSaysWhatIsNotBuilt() throws IOException, InterruptedException {
        assertThat(call("up")).startsWith("3 ").contains("the stack did not come up", "is not built");
        assertThat(checkout.state().resolve("up.json")).doesNotExist();
        assertThat(checkout.state().resolve("tmp")).isEmptyDirectory();
    }

    /** Its exit code and what it said. */
    private String call(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Dponder.root=" + root,
                        "-cp",
                        System.getProperty("java.class.path"),
                        FrontDoor.class.getName(),
                        command))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return process.waitFor() + " " + said;
    }
}
