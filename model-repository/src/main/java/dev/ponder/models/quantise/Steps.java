package dev.ponder.models.quantise;

import dev.ponder.models.catalogue.Mix;
import dev.ponder.models.catalogue.Profile;
import dev.ponder.models.sizing.KvType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which of NVIDIA's tools make what is asked for, and how they are called. An engine (profile ifb, TensorRT-LLM up to 1.2) is converted or
 * quantised, then built; for llmapi a checkpoint in Hugging Face's form is all. Commands name {@code OUT} for what they write. Pure.
 */
final class Steps {

    /** Where a step writes; the script puts the folder in. */
    static final String OUT = "$OUT";

    private static final String CHECKPOINT = OUT + "/checkpoint";
    private static final String ENGINE = OUT + "/engine";
    private static final String MODEL = OUT + "/model";
    private static final String RULES = OUT + "/rules.json";

    /** A command, and what it is for. */
    record Step(String purpose, List<String> command) {

        Step {
            command = List.copyOf(command);
        }
    }

    private Steps() {}

    /**
     * The steps, in order; none where the snapshot is served as it is.
     *
     * @throws IllegalArgumentException where no tool makes it; the message says what to ask for instead
     */
    static List<Step> of(Job job) {
        return switch (job.profile()) {
            case LLMAPI -> checkpoint(job);
            case IFB -> engine(job);
        };
    }

    private static List<Step> checkpoint(Job job) {
        if (job.mix().isMixed()) {
            return List.of(new Step(
                    "quantise each layer as its rule says",
                    List.of(
                            "python3",
                            "$TOOLS/quantise_layers.py",
                            "--model",
                            job.paths().snapshot(),
                            "--rules",
                            RULES,
                            "--calibration",
                            calibration(job),
                            "--out",
                            MODEL)));
        }
        return switch (job.mix().base()) {
            case "bf16" -> List.of();
            case "fp8", "int4-awq" -> List.of(new Step("quantise", quantise(job, MODEL, "hf")));
            default -> throw none(job.mix(), "llmapi", "fp8 or int4-awq, or --profile ifb");
        };
    }

    private static List<Step> engine(Job job) {
        if (job.mix().isMixed()) {
            throw none(job.mix(), "ifb", "one precision, or --profile llmapi");
        }
        Step first =
                switch (job.mix().base()) {
                    case "bf16", "int8-weight-only" -> new Step("convert", convert(job));
                    case "fp8", "int4-awq" -> new Step("quantise", quantise(job, CHECKPOINT, "tensorrt_llm"));
                    default -> throw none(job.mix(), "ifb", "bf16, fp8, int8-weight-only or int4-awq");
                };
        return List.of(first, new Step("build the engine", build(job)));
    }

    private static IllegalArgumentException none(Mix mix, String profile, String instead) {
        return new IllegalArgumentException(
                "TensorRT-LLM makes no " + mix + " for profile " + profile + "; ask for " + instead);
    }

    private static List<String> convert(Job job) {
        List<String> command = new ArrayList<>(List.of(
                "python3",
                job.paths().examples() + "/models/core/qwen/convert_checkpoint.py",
                "--model_dir",
                job.paths().snapshot(),
                "--output_dir",
                CHECKPOINT,
                "--dtype",
                "bfloat16",
                "--tp_size",
                Integer.toString(job.ranks().tensor()),
                "--pp_size",
                Integer.toString(job.ranks().pipeline())));
        if (job.mix().base().equals("int8-weight-only")) {
            command.addAll(List.of("--use_weight_only", "--weight_only_precision", "int8"));
        }
        switch (job.kv()) {
            case BF16 -> {}
            case INT8 -> command.add("--int8_kv_cache");
            case FP8 ->
                throw new IllegalArgumentException("keys and values of fp8 go with weights of fp8 or int4-awq; ask for"
                        + " --kv bf16 or int8 beside " + job.mix().base());
        }
        return command;
    }

    private static List<String> quantise(Job job, String out, String form) {
        boolean awq = job.mix().base().equals("int4-awq");
        List<String> command = new ArrayList<>(List.of(
                "python3",
                job.paths().examples() + "/quantization/quantize.py",
                "--model_dir",
                job.paths().snapshot(),
                "--dtype",
                "bfloat16",
                "--qformat",
                awq ? "int4_awq" : "fp8"));
        if (awq) {
            command.addAll(List.of("--awq_block_size", "128"));
        }
        command.addAll(List.of("--calib_size", awq ? "32" : "512", "--calib_dataset", calibration(job)));
        kvType(job).ifPresent(type -> command.addAll(List.of("--kv_cache_dtype", type)));
        command.addAll(List.of(
                "--tp_size",
                Integer.toString(job.ranks().tensor()),
                "--pp_size",
                Integer.toString(job.ranks().pipeline()),
                "--output_dir",
                out,
                "--export_format",
                form));
        return command;
    }

    private static Optional<String> kvType(Job job) {
        return switch (job.kv()) {
            case BF16 -> Optional.empty();
            case FP8 -> Optional.of("fp8");
            case INT8 -> Optional.of("int8");
        };
    }

    private static String calibration(Job job) {
        if (job.paths().calibration().isEmpty()) {
            throw new IllegalArgumentException(
                    "weights of " + job.mix() + " are calibrated on texts; name a folder of them with --calibration");
        }
        return job.paths().calibration();
    }

    private static List<String> build(Job job) {
        boolean fp8 = job.mix().base().equals("fp8");
        List<String> command = new ArrayList<>(List.of(
                "trtllm-build",
                "--checkpoint_dir",
                CHECKPOINT,
                "--output_dir",
                ENGINE,
                "--gemm_plugin",
                fp8 ? "disable" : "auto",
                "--gpt_attention_plugin",
                "auto",
                "--context_fmha",
                "enable",
                "--remove_input_padding",
                "enable",
                "--kv_cache_type",
                "paged",
                "--use_paged_context_fmha",
                "enable",
                "--multiple_profiles",
                "enable",
                "--max_batch_size",
                Integer.toString(job.batch()),
                "--max_num_tokens",
                Integer.toString(job.stepTokens()),
                "--max_input_len",
                Integer.toString(job.sequence()),
                "--max_seq_len",
                Integer.toString(job.sequence()),
                "--max_beam_width",
                "1",
                "--workers",
                Integer.toString(job.ranks().world())));
        if (fp8 && job.kv() == KvType.FP8) {
            command.addAll(List.of("--use_fp8_context_fmha", "enable"));
        }
        return command;
    }

    /** Which profiles' servers take what a job makes. */
    static boolean isServedAsFetched(Job job) {
        return job.profile() == Profile.LLMAPI && of(job).isEmpty();
    }
}
