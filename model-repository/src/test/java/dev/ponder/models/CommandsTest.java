package dev.ponder.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as the jobs call them. */
class CommandsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void tellsByItsStatusWhetherAModelFits() {
        assertThat(run("sizing", "--precision=fp8", "--gpu=h100-80")).isZero();
        assertThat(run("sizing", "--precision=bf16", "--gpu=l4-24")).isEqualTo(1);
        assertThat(run("sizing", "--gpu=abacus")).isEqualTo(2);
        assertThat(run("sizing", "--table")).isZero();
    }

    @Test
    void tellsByItsStatusWhetherAModelFitsIntoAHostsMemory() {
        assertThat(run("sizing", "--model=qwen2.5-1.5b", "--batch=8", "--sequence=4096", "--host-memory=10Gi"))
                .isZero();
        assertThat(run("sizing", "--model=qwen2.5-7b", "--batch=8", "--sequence=4096", "--host-memory=10Gi"))
                .isEqualTo(1);
        assertThat(run("sizing", "--model=qwen2.5-1.5b", "--host-memory=10 GB")).isEqualTo(2);
        assertThat(run("sizing", "--model=abacus", "--host-memory=10Gi")).isEqualTo(2);
    }

    @Test
    void readsACatalogueOfOnesOwn() throws Exception {
        Path catalogue = Files.writeString(folder.resolve("own.yaml"), "models: {}\n");

        assertThat(run("sizing", "--catalogue=" + catalogue)).isEqualTo(3);
    }

    @Test
    void bringsASnapshotFromAFolder() throws Exception {
        snapshot();

        assertThat(run("fetch", "--from=" + folder.resolve("there"), "--to=" + folder.resolve("here")))
                .isZero();

        assertThat(folder.resolve("here/config.json")).hasContent("{}");
    }

    @Test
    void asksForAHubOrAFolder() {
        assertThat(run("fetch", "--to=" + folder.resolve("here"))).isEqualTo(2);
        assertThat(run("fetch", "--to=" + folder.resolve("here"), "--model=a/b", "--endpoint=ftp://host"))
                .isEqualTo(2);
        assertThat(run("fetch", "--to=" + folder.resolve("here"), "--model=b", "--endpoint=https://host"))
                .isEqualTo(2);
    }

    @Test
    void writesTheStepsAndTheDriverBesideThem() throws Exception {
        snapshot();
        Path mix = Files.writeString(
                folder.resolve("mix.yaml"), "base: int4-awq\nrules: [{block: mlp, precision: fp8}]\n");
        Path script = folder.resolve("steps/quantise.sh");

        int status = run(
                "quantise",
                "--from=" + folder.resolve("there"),
                "--to=" + folder.resolve("made"),
                "--mix=" + mix,
                "--calibration=/texts",
                "--script=" + script);

        assertThat(status).isZero();
        assertThat(script).content().contains("quantise_layers.py", "\"layer\": 63");
        assertThat(folder.resolve("steps/quantise_layers.py")).content().contains("awq_lite");
    }

    @Test
    void hasNothingToQuantiseWhereWeightsAreServedAsTheyCame() {
        assertThat(run("quantise", "--from=/there", "--to=/made", "--precision=bf16"))
                .isZero();
        assertThat(run("quantise", "--from=/there", "--to=/made", "--precision=fp8"))
                .isEqualTo(2);
    }

    private void snapshot() throws Exception {
        Files.createDirectories(folder.resolve("there"));
        Files.writeString(folder.resolve("there/config.json"), "{}");
    }

    private static int run(String... arguments) {
        return ModelRepositoryMain.execute(arguments);
    }
}
