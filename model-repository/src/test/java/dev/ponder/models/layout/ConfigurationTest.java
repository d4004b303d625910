package dev.ponder.models.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.TextFormat;
import dev.ponder.models.catalogue.Profile;
import dev.ponder.models.sizing.KvType;
import dev.ponder.models.sizing.Ranks;
import dev.ponder.triton.shard.model.ModelDef;
import dev.ponder.triton.shard.model.TensorDef;
import dev.ponder.triton.wire.ModelConfig;
import dev.ponder.triton.wire.ModelInput;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConfigurationTest {

    /** The simulated shard has fewer tensors than the real models; those that it has are the same. */
    @Test
    void declaresTheTensorsThatOurShardSimulates() {
        for (Profile profile : Profile.values()) {
            ModelDef simulated = dev.ponder.triton.shard.model.Profile.valueOf(profile.name())
                    .model("tensorrt_llm");
            Map<String, ModelInput> declared =
                    Configuration.of(serving(8), profile, Engine.TENSORRT_LLM).getInputList().stream()
                            .collect(Collectors.toMap(ModelInput::getName, Function.identity()));

            assertThat(simulated.inputs()).allSatisfy(input -> {
                ModelInput ours = declared.get(input.name());
                assertThat(ours).as(profile + " " + input.name()).isNotNull();
                assertThat(ours.getDataType()).isEqualTo(input.type());
                assertThat(ours.getDimsList()).isEqualTo(input.dims());
            });
            assertThat(Configuration.of(serving(8), profile, Engine.TENSORRT_LLM)
                            .getOutputList())
                    .extracting(output -> output.getName())
                    .containsAll(
                            simulated.outputs().stream().map(TensorDef::name).toList());
        }
    }

    @Test
    void leavesBatchAndDecouplingToModelYamlInLlmapi() {
        ModelConfig config = Configuration.of(serving(8), Profile.LLMAPI, Engine.TENSORRT_LLM);

        assertThat(config.getMaxBatchSize()).isZero();
        assertThat(config.hasModelTransactionPolicy()).isFalse();
        assertThat(LlmapiSettings.text(serving(8)))
                .contains("model: \"/models/weights\"", "tensor_parallel_size: 2", "max_batch_size: 8")
                .contains("decoupled: true")
                .contains("free_gpu_memory_fraction: 0.9");
    }

    @Test
    void writesEveryParameterOfTheEnginesBackend() {
        ModelConfig config = Configuration.of(serving(8), Profile.IFB, Engine.TENSORRT_LLM);

        assertThat(config.getBackend()).isEqualTo("tensorrtllm");
        assertThat(config.getMaxBatchSize()).isEqualTo(8);
        assertThat(config.getModelTransactionPolicy().getDecoupled()).isTrue();
        assertThat(config.getParametersMap()).hasSize(46);
        assertThat(config.getParametersOrThrow("gpt_model_path").getStringValue())
                .isEqualTo("/models/weights");
        assertThat(config.getParametersOrThrow("decoding_mode").getStringValue())
                .isEqualTo("${decoding_mode}");
    }

    @Test
    void writesTextThatReadsBackTheSame() throws Exception {
        for (Profile profile : Profile.values()) {
            String text = Configuration.text(serving(8), profile, Engine.TENSORRT_LLM);

            assertThat(TextFormat.parse(text, ModelConfig.class))
                    .isEqualTo(Configuration.of(serving(8), profile, Engine.TENSORRT_LLM));
        }
    }

    @Test
    void refusesWhatLlmapiDoesNotHave() {
        assertThatThrownBy(() ->
                        LlmapiSettings.text(new Serving("m", "/w", Ranks.ONE, KvType.INT8, 8, 8192, 4096, 0.9, 0, 100)))
                .hasMessageContaining("--kv bf16 or fp8");
        assertThatThrownBy(() -> new Repository(serving(8), Profile.LLMAPI, Engine.TENSORRT_LLM, null))
                .hasMessageContaining("--templates");
        assertThatThrownBy(() -> new Repository(serving(8), Profile.IFB, Engine.CPU_INT8, null))
                .hasMessageContaining("--profile llmapi");
        assertThatThrownBy(() -> new Serving("a/b", "/w", Ranks.ONE, KvType.BF16, 8, 8192, 4096, 0.9, 0, 100))
                .hasMessageContaining("write letters, digits");
    }

    private static Serving serving(int batch) {
        return new Serving(
                "tensorrt_llm", "/models/weights", new Ranks(2, 1), KvType.BF16, batch, 8192, 4096, 0.9, 32, 100);
    }
}
