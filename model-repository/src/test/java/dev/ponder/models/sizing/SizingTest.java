package dev.ponder.models.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.models.catalogue.Block;
import dev.ponder.models.catalogue.Catalogue;
import dev.ponder.models.catalogue.LayerRule;
import dev.ponder.models.catalogue.Mix;
import dev.ponder.models.catalogue.ModelShape;
import java.util.List;
import org.junit.jupiter.api.Test;

class SizingTest {

    private static final String K2 = "k2-think-32b";
    private static final long GB = 1_000_000_000L;

    private final Catalogue catalogue = Catalogue.standard();
    private final Sizing sizing = new Sizing(catalogue);

    /** 32.8 thousand million parameters of half a byte are 16.4 GB; nine were never possible. */
    @Test
    void hasNoThirtyTwoBillionParametersInNineGigabytes() {
        long parameters = catalogue.model(K2).parameters();
        List<String> fourBit = catalogue.precisions().entrySet().stream()
                .filter(each -> each.getValue().bits() == 4)
                .map(each -> each.getKey())
                .toList();

        assertThat(parameters / 2).isGreaterThan(16 * GB);
        assertThat(fourBit)
                .hasSize(2)
                .allSatisfy(precision -> assertThat(
                                sizing.weights(Deployment.of(K2, precision, KvType.FP8, "h100-80", Ranks.ONE)))
                        .isGreaterThan(parameters / 2)
                        .isGreaterThan(16 * GB)
                        .isGreaterThan(2 * 9 * GB));
    }

    @Test
    void addsScalesAndWhatIsNotQuantised() {
        long linear = 64L * 487_587_840L;
        long wide = 2 * (2L * 152_064 * 5120 + 5120 + 64L * (2 * 5120 + 7168));
        long scales = linear / 128 * 4;
        long inputFactors = 64L * 2 * (3 * 5120 + 5120 + 2 * 5120 + 27_648);

        long weights = sizing.weights(Deployment.of(K2, "int4-awq", KvType.BF16, "h100-80", Ranks.ONE));

        assertThat(weights).isEqualTo(linear / 2 + scales + inputFactors + wide);
    }

    @Test
    void keepsTwoHundredAndFiftySixKibibytesAToken() {
        assertThat(KvLaw.bytesToken(catalogue.model(K2), KvType.BF16, Ranks.ONE))
                .isEqualTo(262_144);
        assertThat(KvLaw.bytesToken(catalogue.model(K2), KvType.FP8, new Ranks(8, 1)))
                .isEqualTo(16_384);
        assertThat(KvLaw.bytesToken(catalogue.model(K2), KvType.FP8, new Ranks(16, 1)))
                .isEqualTo(16_384);
    }

    @Test
    void refusesWeightsThatAreLargerThanTheGpuAndSaysWhatWouldDo() {
        Fit fit = sizing.of(Deployment.of(K2, "bf16", KvType.BF16, "l4-24", Ranks.ONE));

        assertThat(fit).isInstanceOfSatisfying(Fit.Refused.class, refused -> {
            assertThat(refused.why())
                    .contains("l4-24 has 24.2 GB", "65.5 GB of weights")
                    .contains("GB more than there is");
            assertThat(refused.fix()).contains("tensor parallel 4", "take h100-80");
        });
    }

    @Test
    void refusesFourBitOfThirtyTwoBillionBesideALongSequenceOnTwentyFourGigabytes() {
        Fit fit = sizing.of(Deployment.of(K2, "int4-awq", KvType.BF16, "l4-24", Ranks.ONE));

        assertThat(fit).isInstanceOfSatisfying(Fit.Refused.class, refused -> {
            assertThat(refused.why()).contains("19.7 GB of weights", "262144 bytes a token");
            assertThat(refused.fix()).contains("tensor parallel 2", "at most 4096 tokens");
        });
    }

    @Test
    void refusesAPrecisionThatTheGpuDoesNotRun() {
        assertThat(sizing.of(Deployment.of(K2, "fp8", KvType.BF16, "a100-80", Ranks.ONE)))
                .isInstanceOfSatisfying(
                        Fit.Refused.class,
                        refused -> assertThat(refused.why())
                                .isEqualTo("a100-80 is ampere, where TensorRT-LLM does not run fp8"));
        assertThat(sizing.of(Deployment.of(K2, "int4-awq", KvType.FP8, "a100-80", Ranks.ONE)))
                .isInstanceOfSatisfying(
                        Fit.Refused.class, refused -> assertThat(refused.fix()).isEqualTo("keep them as bf16 or int8"));
    }

    @Test
    void refusesGroupsThatTheCutWouldTear() {
        assertThat(sizing.of(Deployment.of("qwen2.5-0.5b", "int4-awq", KvType.BF16, "l4-24", new Ranks(14, 1))))
                .isInstanceOf(Fit.Refused.class);
        assertThat(sizing.of(Deployment.of("qwen2.5-7b", "int4-awq", KvType.BF16, "l4-24", new Ranks(7, 1))))
                .isInstanceOf(Fit.Refused.class);
        assertThat(sizing.of(Deployment.of("qwen2.5-1.5b", "int4-awq", KvType.BF16, "l4-24", new Ranks(4, 1))))
                .isInstanceOfSatisfying(
                        Fit.Refused.class,
                        refused -> assertThat(refused.why())
                                .isEqualTo(
                                        "int4-awq has groups of 128, which do not divide the 2240 inputs of mlp.down_proj"
                                                + " on each of 4 GPUs"));
    }

    @Test
    void refusesSequencesThatTheModelCannotRead() {
        Deployment asked = Deployment.of("qwen2.5-1.5b", "bf16", KvType.BF16, "h100-80", Ranks.ONE);

        assertThat(sizing.of(asked.withSequence(65_536)))
                .isInstanceOfSatisfying(
                        Fit.Refused.class, refused -> assertThat(refused.fix()).isEqualTo("ask for at most 32768"));
    }

    @Test
    void weighsEachLayerByItsOwnPrecision() {
        Mix mix = new Mix(
                "int4-awq",
                List.of(
                        new LayerRule(null, null, Block.ATTENTION, "fp8"),
                        new LayerRule(0, 3, null, "fp8"),
                        new LayerRule(60, 63, null, "fp8")));
        Deployment asked = Deployment.of(K2, "int4-awq", KvType.FP8, "h100-80", Ranks.ONE);

        long mixed = sizing.weights(asked.with(mix));

        assertThat(mix.of(10, Block.MLP)).isEqualTo("int4-awq");
        assertThat(mix.of(2, Block.MLP)).isEqualTo("fp8");
        assertThat(mixed).isGreaterThan(sizing.weights(asked)).isLessThan(sizing.weights(asked.with(Mix.of("fp8"))));
    }

    @Test
    void givesAPipelineTheLayersOfItsFullestStage() {
        ModelShape shape = catalogue.model("qwen2.5-7b");
        Ranks three = new Ranks(1, 3);

        assertThat(three.firstLayer(28, 1)).isEqualTo(10);
        assertThat(three.firstLayer(28, 3)).isEqualTo(28);
        assertThat(KvLaw.bytesToken(shape, KvType.BF16, three)).isEqualTo(2L * 10 * 4 * 128 * 2);
    }

    /**
     * A model of random weights that ModelOpt 0.47 quantised with our driver: attention and the first layer as fp8, the rest as int4-awq. Its
     * file holds 2,211,480 bytes of tensors: some input factors were folded into norms.
     */
    @Test
    void comesToWhatModelOptWrote() {
        ModelShape tiny = new ModelShape(4, 256, 4, 2, 64, 512, 384, false, true, false, 512, 2_560_256);
        Mix mix = new Mix(
                "int4-awq",
                List.of(new LayerRule(null, null, Block.ATTENTION, "fp8"), new LayerRule(0, 0, null, "fp8")));

        long weights = new WeightLaw(catalogue, tiny, mix).whole();

        assertThat(weights).isBetween(2_211_480L, 2_211_480L * 1005 / 1000);
    }
}
