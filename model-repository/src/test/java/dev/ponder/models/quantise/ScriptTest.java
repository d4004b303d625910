package dev.ponder.models.quantise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.ponder.models.catalogue.Mix;
import dev.ponder.models.catalogue.Profile;
import dev.ponder.models.sizing.KvType;
import dev.ponder.models.sizing.Ranks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script in a real bash. NVIDIA's tools need a GPU, so programs of their names note how they were called and write a file: what is
 * tried is the script's own part, not theirs.
 */
class ScriptTest {

    private static final String NOTING = """
            #!/bin/sh
            echo "$0 $*" >>"$CALLS"
            while [ $# -gt 0 ]; do
                if [ "$1" = --output_dir ]; then mkdir -p "$2" && echo made >"$2/made"; fi
                shift
            done
            [ ! -e "$BROKEN" ]
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @BeforeEach
    void prepare() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        for (String program : List.of("python3", "trtllm-build")) {
            Path file = Files.writeString(bin.resolve(program), NOTING);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.createDirectories(folder.resolve("snapshot"));
        Files.writeString(folder.resolve("snapshot/config.json"), "{}");
        Files.writeString(folder.resolve("snapshot/tokenizer.json"), "{\"it\":1}");
    }

    private record Ran(int status, String said) {}

    @Test
    void makesAllAndPutsItInPlace() throws Exception {
        Ran ran = run(script("source", Profile.LLMAPI), true);

        assertThat(ran.status()).as(ran.said()).isZero();
        assertThat(place().resolve("model/made")).hasContent("made");
        assertThat(place().resolve("model/tokenizer.json")).hasContent("{\"it\":1}");
        assertThat(calls()).hasSize(1).first().asString().contains("--qformat fp8");
    }

    @Test
    void doesNothingTheSecondTime() throws Exception {
        run(script("source", Profile.IFB), true);

        Ran again = run(script("source", Profile.IFB), true);

        assertThat(again.status()).isZero();
        assertThat(again.said()).contains("is there already");
        assertThat(calls()).hasSize(2);
    }

    @Test
    void makesItAgainForAnotherSnapshotOrImage() throws Exception {
        run(script("source", Profile.LLMAPI), true);

        Ran again = run(script("another source", Profile.LLMAPI), true);

        assertThat(again.status()).isZero();
        assertThat(calls()).hasSize(2);
        assertThat(script("source", Profile.LLMAPI).stamp())
                .isNotEqualTo(new Script(job(Profile.LLMAPI), "source", "other-image", place().toString()).stamp());
    }

    @Test
    void leavesNothingInPlaceWhereAToolFails() throws Exception {
        Files.writeString(folder.resolve("broken"), "");

        Ran ran = run(script("source", Profile.IFB), true);

        assertThat(ran.status()).isNotZero();
        assertThat(place()).doesNotExist();
        assertThat(calls()).hasSize(1);
    }

    @Test
    void keepsTheOldResultWhereAToolFails() throws Exception {
        run(script("source", Profile.LLMAPI), true);
        Files.writeString(folder.resolve("broken"), "");

        run(script("another source", Profile.LLMAPI), true);

        assertThat(place().resolve("model/made")).exists();
        assertThat(place().resolve(".ponder-stamp"))
                .hasContent(script("source", Profile.LLMAPI).stamp());
    }

    @Test
    void saysPlainlyThatItNeedsAGpu() throws Exception {
        assumeFalse(Files.exists(Path.of("/dev/nvidiactl")), "there is a GPU here");

        Ran ran = run(script("source", Profile.LLMAPI), false);

        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.said())
                .contains(
                        "no GPU here (no /dev/nvidiactl): these steps run in NVIDIA's container on a node that has one");
        assertThat(folder.resolve("calls")).doesNotExist();
    }

    @Test
    void refusesAPlaceThatIsSomebodyElses() throws Exception {
        Files.createDirectories(place());
        Files.writeString(place().resolve("mine"), "");

        Ran ran = run(script("source", Profile.LLMAPI), true);

        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.said()).contains("did not write");
        assertThat(place().resolve("mine")).exists();
    }

    private Script script(String source, Profile profile) {
        return new Script(job(profile), source, "image", place().toString());
    }

    private Job job(Profile profile) {
        return new Job(
                Mix.of("fp8"),
                profile,
                KvType.BF16,
                Ranks.ONE,
                8,
                8192,
                4096,
                64,
                new Job.Paths(folder.resolve("snapshot").toString(), "/models/it's", "/app/examples"));
    }

    private Path place() {
        return folder.resolve("quantised");
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls"));
    }

    private Ran run(Script script, boolean withoutGpu) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("steps.sh"), script.text());
        ProcessBuilder bash = new ProcessBuilder("bash", file.toString()).redirectErrorStream(true);
        bash.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        bash.environment().put("CALLS", folder.resolve("calls").toString());
        bash.environment().put("BROKEN", folder.resolve("broken").toString());
        if (withoutGpu) {
            bash.environment().put("PONDER_QUANTISE_WITHOUT_GPU", "true");
        }
        Process process = bash.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), said);
    }
}
