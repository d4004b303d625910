package dev.ponder.models.quantise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ponder.models.catalogue.Block;
import dev.ponder.models.catalogue.LayerRule;
import dev.ponder.models.catalogue.Mix;
import dev.ponder.models.catalogue.Profile;
import dev.ponder.models.sizing.KvType;
import dev.ponder.models.sizing.Ranks;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepsTest {

    private static final Mix MIXED = new Mix("int4-awq", List.of(new LayerRule(null, null, Block.ATTENTION, "fp8")));

    @Test
    void convertsAndBuildsAnEngineOfInt8() {
        List<String> commands = commands(Mix.of("int8-weight-only"), Profile.IFB, KvType.INT8);

        assertThat(commands)
                .containsExactly(
                        "python3 /app/examples/models/core/qwen/convert_checkpoint.py --model_dir /models/snapshot"
                                + " --output_dir $OUT/checkpoint --dtype bfloat16 --tp_size 2 --pp_size 1"
                                + " --use_weight_only --weight_only_precision int8 --int8_kv_cache",
                        "trtllm-build --checkpoint_dir $OUT/checkpoint --output_dir $OUT/engine --gemm_plugin auto"
                                + " --gpt_attention_plugin auto --context_fmha enable --remove_input_padding enable"
                                + " --kv_cache_type paged --use_paged_context_fmha enable --multiple_profiles enable"
                                + " --max_batch_size 8 --max_num_tokens 8192 --max_input_len 4096 --max_seq_len 4096"
                                + " --max_beam_width 1 --workers 2");
    }

    @Test
    void quantisesToFp8WithoutTheGemmPlugin() {
        List<String> commands = commands(Mix.of("fp8"), Profile.IFB, KvType.FP8);

        assertThat(commands.getFirst())
                .isEqualTo(
                        "python3 /app/examples/quantization/quantize.py --model_dir /models/snapshot --dtype bfloat16"
                                + " --qformat fp8 --calib_size 512 --calib_dataset /models/calibration --kv_cache_dtype fp8"
                                + " --tp_size 2 --pp_size 1 --output_dir $OUT/checkpoint --export_format tensorrt_llm");
        assertThat(commands.getLast()).contains("--gemm_plugin disable").endsWith("--use_fp8_context_fmha enable");
    }

    @Test
    void quantisesToAwqForLlmapiInOneStep() {
        List<String> commands = commands(Mix.of("int4-awq"), Profile.LLMAPI, KvType.BF16);

        assertThat(commands)
                .containsExactly("python3 /app/examples/quantization/quantize.py --model_dir /models/snapshot"
                        + " --dtype bfloat16 --qformat int4_awq --awq_block_size 128 --calib_size 32"
                        + " --calib_dataset /models/calibration --tp_size 2 --pp_size 1 --output_dir $OUT/model"
                        + " --export_format hf");
    }

    @Test
    void mixesByTheDriverOfModelOpt() {
        assertThat(commands(MIXED, Profile.LLMAPI, KvType.BF16))
                .containsExactly("python3 $TOOLS/quantise_layers.py --model /models/snapshot --rules $OUT/rules.json"
                        + " --calibration /models/calibration --out $OUT/model");
        assertThat(LayerRules.json(MIXED, 1))
                .contains("{\"layer\": 0, \"block\": \"attention\", \"precision\": \"fp8\"}")
                .contains("{\"layer\": 0, \"block\": \"mlp\", \"precision\": \"int4-awq\"}");
    }

    @Test
    void leavesWeightsOfBf16AsTheyAreForLlmapi() {
        assertThat(commands(Mix.of("bf16"), Profile.LLMAPI, KvType.BF16)).isEmpty();
    }

    @Test
    void refusesWhatNoToolMakes() {
        assertThatThrownBy(() -> commands(Mix.of("int8-weight-only"), Profile.LLMAPI, KvType.BF16))
                .hasMessage("TensorRT-LLM makes no int8-weight-only for profile llmapi; ask for fp8 or int4-awq, or"
                        + " --profile ifb");
        assertThatThrownBy(() -> commands(MIXED, Profile.IFB, KvType.BF16)).hasMessageContaining("--profile llmapi");
        assertThatThrownBy(() -> commands(Mix.of("bf16"), Profile.IFB, KvType.FP8))
                .hasMessageContaining("--kv bf16 or int8");
        assertThatThrownBy(() -> LayerRules.json(Mix.of("int8-weight-only"), 1)).hasMessageContaining("take bf16, fp8");
    }

    @Test
    void refusesToCalibrateOnNothing() {
        Job job = new Job(
                Mix.of("fp8"),
                Profile.LLMAPI,
                KvType.BF16,
                Ranks.ONE,
                8,
                8192,
                4096,
                64,
                new Job.Paths("/models/snapshot", "", "/app/examples"));

        assertThatThrownBy(() -> Steps.of(job)).hasMessageContaining("name a folder of them with --calibration");
    }

    private static List<String> commands(Mix mix, Profile profile, KvType kv) {
        Job job = new Job(
                mix,
                profile,
                kv,
                new Ranks(2, 1),
                8,
                8192,
                4096,
                64,
                new Job.Paths("/models/snapshot", "/models/calibration", "/app/examples"));
        return Steps.of(job).stream()
                .map(step -> String.join(" ", step.command()))
                .toList();
    }
}
