package dev.ponder.local.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ponder.local.script.FakeCheckout.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // lay() runs before each
class FrontScriptTest {

    @TempDir
    private Path folder;

    private FakeCheckout checkout;

    @BeforeAll
    static void needBash() {
        boolean there =
                Stream.of(System.getenv("PATH").split(":")).anyMatch(each -> Files.isExecutable(Path.of(each, "bash")));
        assumeTrue(there, "no bash on the PATH");
    }

    @BeforeEach
    void lay() throws IOException {
        checkout = new FakeCheckout(folder);
    }

    @Test
    void takesTheJdkOfJavaHomeBeforeThatOfThePath() throws IOException, InterruptedException {
        checkout.set("JAVA_HOME", checkout.jdk("mine", "26").toString());
        checkout.onPath(checkout.jdk("theirs", "25.0.1"));

        assertThat(checkout.call("demo").out()).startsWith("java of mine");
    }

    @Test
    void refusesAJdkThatIsTooOldAndTakesThatOfThePath() throws IOException, InterruptedException {
        checkout.set("JAVA_HOME", checkout.jdk("mine", "17.0.9").toString());
        checkout.onPath(checkout.jdk("theirs", "25.0.1"));

        assertThat(checkout.call("demo").out()).startsWith("java of theirs");
    }

    @Test
    void takesTheOldestThatWillDoOfTheUsualFolders() throws IOException, InterruptedException {
        checkout.onPath(checkout.jdk("theirs", "17"));
        checkout.jdk("machine/usr/lib/jvm/jdk-27", "27-ea");
        checkout.jdk("machine/usr/lib/jvm/jdk-21", "21.0.2");
        checkout.jdk("home/.sdkman/candidates/java/26", "26.0.1");

        assertThat(checkout.call("demo").out()).startsWith("java of home/.sdkman/candidates/java/26");
    }

    @Test
    void looksWhereMacOsKeepsJdks() throws IOException, InterruptedException {
        checkout.jdk("machine/Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home", "25");

        assertThat(checkout.call("demo").out().getFirst()).contains("temurin-25.jdk");
    }

    @Test
    void takesNoRuntimeForAJdk() throws IOException, InterruptedException {
        Files.delete(checkout.jdk("machine/opt/jre", "25").resolve("bin/javac"));

        assertThat(checkout.call("demo").exit()).isNotZero();
    }

    @Test
    void saysInTwoLinesWhichJdkToInstallAndHow() throws IOException, InterruptedException {
        checkout.set("JAVA_HOME", checkout.jdk("mine", "17").toString());

        Said said = checkout.call("demo");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).hasSize(2);
        assertThat(said.err().getFirst())
                .isEqualTo("ponder: no JDK 25 or newer was found (JAVA_HOME, PATH, usual folders).");
        assertThat(said.err().getLast()).contains("Install one", "brew install", "sdk install", "JAVA_HOME");
    }

    @Test
    void saysInTwoLinesThatThereIsNoMaven() throws IOException, InterruptedException {
        checkout.onPath(checkout.jdk("theirs", "25"));
        checkout.unbuild();

        Said said = checkout.call("demo");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err())
                .containsExactly(
                        "ponder: Maven 3.8.7 or newer was not found on the PATH.",
                        "        Install it, for example with apt-get install maven, brew install maven or sdk install maven.");
    }

    @Test
    void saysWhichMavenIsTooOld() throws IOException, InterruptedException {
        checkout.onPath(checkout.jdk("theirs", "25"));
        checkout.unbuild();
        checkout.maven("3.8.6");

        Said said = checkout.call("demo");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).hasSize(2).first().asString().endsWith("(it has 3.8.6).");
    }

    @Test
    void takesANewerMavenByNumberAndNotByLetter() throws IOException, InterruptedException {
        checkout.onPath(checkout.jdk("theirs", "25"));
        checkout.unbuild();
        checkout.maven("3.10.0");

        Said said = checkout.call("demo");

        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("java of theirs", "-Dponder.built=true");
    }

    @Test
    void needsNoMavenWhereAllIsBuilt() throws IOException, InterruptedException {
        checkout.onPath(checkout.jdk("theirs", "25"));

        Said said = checkout.call("demo", "--limit", "3");

        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("-Dponder.built=false").endsWith("demo", "--limit", "3");
    }

    @Test
    void buildsAgainWhatIsOlderThanItsSources() throws IOException, InterruptedException {
        checkout.onPath(checkout.jdk("theirs", "25"));
        checkout.maven("3.9.9");
        Path source = Files.createDirectories(checkout.path("local/src/main")).resolve("New.java");
        Files.writeString(source, "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));

        assertThat(checkout.call("demo").out()).contains("-Dponder.built=true");
    }

    @Test
    void saysWhenEnterWas() throws IOException, InterruptedException {
        checkout.onPath(checkout.jdk("theirs", "25"));
        Instant before = Instant.now();

        Said said = checkout.call("demo");

        String millis = said.out().stream()
                .filter(line -> line.startsWith("-Dponder.entered="))
                .findFirst()
                .orElseThrow();
        // A bash before 5 knows whole seconds, and the JVM's clock may be a moment behind.
        assertThat(Instant.ofEpochMilli(Long.parseLong(millis.substring(17))))
                .isBetween(before.minusMillis(1_100), Instant.now());
    }

    @Test
    void givesEachProgramATemporaryFolderInsideTheCheckout() throws IOException, InterruptedException {
        checkout.onPath(checkout.jdk("theirs", "25"));
        Path abandoned = Files.createDirectories(checkout.path(".ponder/tmp/" + Integer.MAX_VALUE));
        Path keepers = Files.createDirectories(checkout.path(".ponder/tmp/up"));

        Said said = checkout.call("demo");

        Path own = checkout.path(".ponder/tmp/" + said.pid());
        assertThat(own).isDirectory();
        assertThat(said.out()).contains("-XX:-UsePerfData", "-Djava.io.tmpdir=" + own.toRealPath());
        assertThat(abandoned).doesNotExist();
        assertThat(keepers).isDirectory();
    }

    @Test
    void leavesNothingInTheHomeAfterABuild() throws IOException, InterruptedException {
        checkout.onPath(checkout.jdk("theirs", "25"));
        checkout.unbuild();
        checkout.maven("3.9.9");

        assertThat(checkout.call("demo").exit()).isZero();

        assertThat(checkout.path("home")).isEmptyDirectory();
        assertThat(Files.readString(checkout.path(".ponder/build.log")))
                .contains("-XX:-UsePerfData -Djava.io.tmpdir="
                        + checkout.path(".ponder/tmp").toRealPath());
    }

    @Test
    void keepsANameThatQuarkusKnewBefore() throws IOException, InterruptedException {
        checkout.onPath(checkout.jdk("theirs", "25"));
        checkout.unbuild();
        checkout.maven("3.9.9");
        Path name = Files.createDirectories(checkout.path("home/.redhat")).resolve("anonymousId");
        Files.writeString(name, "somebody");

        checkout.call("demo");

        assertThat(name).exists();
    }

    @Test
    void refusesAnUnknownCommand() throws IOException, InterruptedException {
        Said said = checkout.call("dmeo");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).containsExactly("ponder: unknown command: dmeo", "        See ./ponder help.");
    }
}
