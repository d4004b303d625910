package dev.ponder.models.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.models.ModelRepositoryMain;
import dev.ponder.models.catalogue.Profile;
import dev.ponder.models.sizing.KvType;
import dev.ponder.models.sizing.Ranks;
import dev.ponder.triton.client.generation.GenerationRequest;
import dev.ponder.triton.client.shard.ShardSettings;
import dev.ponder.triton.client.shard.TritonShard;
import dev.ponder.triton.client.token.ApproximateTokens;
import dev.ponder.triton.client.token.ByteTokens;
import dev.ponder.triton.client.token.TokenCodec;
import dev.ponder.triton.wire.ModelConfig;
import dev.ponder.triton.wire.ModelConfigRequest;
import dev.ponder.triton.wire.ModelMetadataRequest;
import dev.ponder.triton.wire.ModelMetadataResponse;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the layout command writes, loaded by a real Triton server. TensorRT-LLM needs a GPU, so a stand-in generates; names, shapes, batch and
 * policies are those that ship, and our own client finds the profile and generates over them.
 */
@EnabledIfEnvironmentVariable(
        named = "PONDER_TOOLS",
        matches = ".+",
        disabledReason = "no real Triton: PONDER_TOOLS names no folder that holds triton/start-triton.sh")
class LayoutIT {

    private static final String MODEL = "tensorrt_llm";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void isLoadedAndServedAsLlmapi() throws Exception {
        layOut(Profile.LLMAPI);

        try (RealTriton triton = RealTriton.serving(folder.resolve("repository"))) {
            ModelMetadataResponse metadata = metadata(triton);

            assertThat(metadata.getPlatform()).isEqualTo("python");
            assertThat(metadata.getInputsList()).hasSize(17).first().satisfies(input -> {
                assertThat(input.getName()).isEqualTo("text_input");
                assertThat(input.getShapeList()).containsExactly(-1L);
            });
            assertThat(declared(triton).getModelTransactionPolicy().getDecoupled())
                    .isTrue();
            assertThat(generated(triton, new ApproximateTokens())).isEqualTo("one two three");
        }
    }

    @Test
    void isLoadedAndServedAsAnEngine() throws Exception {
        layOut(Profile.IFB);

        try (RealTriton triton = RealTriton.serving(folder.resolve("repository"))) {
            ModelMetadataResponse metadata = metadata(triton);

            assertThat(metadata.getInputsList()).anySatisfy(input -> {
                assertThat(input.getName()).isEqualTo("input_ids");
                assertThat(input.getShapeList()).containsExactly(-1L, -1L);
            });
            assertThat(metadata.getInputsList()).anySatisfy(input -> {
                assertThat(input.getName()).isEqualTo("request_output_len");
                assertThat(input.getShapeList()).containsExactly(-1L, 1L);
            });
            assertThat(generated(triton, new ByteTokens())).isEqualTo("one two three");
        }
    }

    /** Nothing of what was written is lost or read otherwise by the server. */
    @Test
    void meansToTheServerWhatItMeansToUs() throws Exception {
        layOut(Profile.IFB);
        Serving serving = new Serving(MODEL, "/models/w", Ranks.ONE, KvType.BF16, 8, 8192, 4096, 0.9, 32, 100);
        ModelConfig written = Configuration.of(serving, Profile.IFB, Engine.STAND_IN);

        try (RealTriton triton = RealTriton.serving(folder.resolve("repository"))) {
            ModelConfig read = declared(triton);

            assertThat(read.getInputList()).isEqualTo(written.getInputList());
            assertThat(read.getOutputList()).isEqualTo(written.getOutputList());
            assertThat(read.getParametersMap()).containsAllEntriesOf(written.getParametersMap());
            assertThat(read.getMaxBatchSize()).isEqualTo(8);
            assertThat(read.getModelTransactionPolicy()).isEqualTo(written.getModelTransactionPolicy());
            assertThat(read.getDynamicBatching().getPreferredBatchSizeList()).isEqualTo(List.of(8));
            assertThat(read.getDynamicBatching().getDefaultQueuePolicy().getMaxQueueSize())
                    .isEqualTo(32);
            assertThat(read.getInstanceGroup(0).getKind())
                    .isEqualTo(written.getInstanceGroup(0).getKind());
        }
    }

    /** The edge's own program runs; PyTorch and transformers, which are gigabytes, are stood in for by two files beside it. */
    @Test
    void isLoadedAndServedAsTheEdge() throws Exception {
        layOut(Profile.LLMAPI, "cpu_int8");
        for (String library : List.of("torch.py", "transformers.py")) {
            try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/edge/" + library), library)) {
                Files.copy(
                        in,
                        folder.resolve("repository").resolve(MODEL).resolve("1").resolve(library));
            }
        }
        Serving serving = new Serving(MODEL, "/models/w", Ranks.ONE, KvType.BF16, 8, 8192, 4096, 0.9, 32, 100);
        ModelConfig written = Configuration.of(serving, Profile.LLMAPI, Engine.CPU_INT8);

        try (RealTriton triton = RealTriton.serving(folder.resolve("repository"))) {
            ModelConfig read = declared(triton);

            assertThat(read.getInputList()).isEqualTo(written.getInputList());
            assertThat(read.getOutputList()).isEqualTo(written.getOutputList());
            assertThat(read.getModelTransactionPolicy().getDecoupled()).isTrue();
            assertThat(generated(triton, new ApproximateTokens())).isEqualTo("one two three");
        }
    }

    private void layOut(Profile profile) {
        layOut(profile, "stand_in");
    }

    private void layOut(Profile profile, String engine) {
        int status = ModelRepositoryMain.execute(
                "layout",
                "--to",
                folder.resolve("repository").toString(),
                "--weights",
                "/models/w",
                "--profile",
                profile.toString(),
                "--engine",
                engine,
                "--batch",
                "8",
                "--sequence",
                "4096",
                "--queue",
                "32");
        assertThat(status).isZero();
    }

    private static ModelMetadataResponse metadata(RealTriton triton) {
        return triton.inference()
                .modelMetadata(ModelMetadataRequest.newBuilder().setName(MODEL).build());
    }

    private static ModelConfig declared(RealTriton triton) {
        return triton.inference()
                .modelConfig(ModelConfigRequest.newBuilder().setName(MODEL).build())
                .getConfig();
    }

    private static String generated(RealTriton triton, TokenCodec codec) throws Exception {
        try (TritonShard shard = new TritonShard(triton.address(), ShardSettings.of(MODEL), codec, Ticker.system())) {
            shard.join();
            return shard.generate(new GenerationRequest(
                            "r-1", "one two three", 64, 0.6, 0.95, null, List.of(), Duration.ofSeconds(30)))
                    .text();
        }
    }
}
