package dev.ponder.models.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.models.catalogue.Catalogue;
import dev.ponder.models.catalogue.Gpu;
import dev.ponder.models.catalogue.Mix;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every model, precision, GPU and cut. */
class SizingLawPropertiesTest {

    private static final Catalogue CATALOGUE = Catalogue.standard();
    private static final Sizing SIZING = new Sizing(CATALOGUE);

    @Provide
    Arbitrary<Deployment> deployments() {
        return Combinators.combine(
                        Arbitraries.of(CATALOGUE.models().keySet()),
                        Arbitraries.of(CATALOGUE.precisions().keySet()),
                        Arbitraries.of(KvType.class),
                        Arbitraries.of(CATALOGUE.gpus().keySet()),
                        Arbitraries.of(1, 2, 4, 8),
                        Arbitraries.of(1, 2, 4),
                        Arbitraries.integers().between(1, 256),
                        Arbitraries.integers().between(1, 32_768))
                .as((model, precision, kv, gpu, tensor, pipeline, batch, sequence) -> new Deployment(
                        model,
                        Mix.of(precision),
                        kv,
                        gpu,
                        new Ranks(tensor, pipeline),
                        batch,
                        8192,
                        sequence,
                        32,
                        0.9));
    }

    @Property
    void neverGivesMoreThanTheGpuHas(@ForAll("deployments") Deployment asked) {
        if (SIZING.of(asked) instanceof Fit.Fits fits) {
            assertThat(fits.gpuWeights()).isPositive();
            assertThat(fits.cache()).isPositive();
            assertThat(fits.tokens()).isGreaterThanOrEqualTo(asked.sequence());
            assertThat(fits.gpuWeights() + fits.reserve() + fits.tokens() * fits.tokenBytes())
                    .isLessThanOrEqualTo(CATALOGUE.gpu(asked.gpu()).bytes());
        }
    }

    @Property
    void givesNumbersAndAFixWithEachRefusal(@ForAll("deployments") Deployment asked) {
        if (SIZING.of(asked) instanceof Fit.Refused refused) {
            assertThat(refused.why()).isNotBlank();
            assertThat(refused.fix()).isNotBlank();
        }
    }

    @Property
    void holdsNoLessThanEachBitOfTheParameters(@ForAll("deployments") Deployment asked) {
        int bits = CATALOGUE.precision(asked.mix().base()).bits();

        assertThat(SIZING.weights(asked))
                .isGreaterThanOrEqualTo(CATALOGUE.model(asked.model()).parameters() * bits / 8);
    }

    @Property
    void cutsWeightsWithoutLosingAny(@ForAll("deployments") Deployment asked) {
        WeightLaw law = new WeightLaw(CATALOGUE, CATALOGUE.model(asked.model()), asked.mix());
        long largest = law.largest(asked.ranks());

        assertThat(largest * asked.ranks().world()).isGreaterThanOrEqualTo(law.whole());
        assertThat(largest).isLessThanOrEqualTo(law.whole());
        assertThat(law.largest(
                        new Ranks(asked.ranks().tensor() * 2, asked.ranks().pipeline())))
                .isLessThanOrEqualTo(largest);
    }

    @Property
    void hasMoreRoomOnALargerGpu(
            @ForAll("deployments") Deployment asked, @ForAll @IntRange(min = 1, max = 90_000) int moreMib) {
        Gpu gpu = CATALOGUE.gpu(asked.gpu());
        Map<String, Gpu> larger = new LinkedHashMap<>(CATALOGUE.gpus());
        larger.put(asked.gpu(), new Gpu(gpu.memoryMib() + moreMib, gpu.architecture()));
        Sizing after =
                new Sizing(new Catalogue(CATALOGUE.models(), CATALOGUE.precisions(), larger, CATALOGUE.reserves()));

        assertThat(tokens(after.of(asked))).isGreaterThanOrEqualTo(tokens(SIZING.of(asked)));
    }

    @Property
    void keepsTwiceTheTokensInHalfTheBytes(@ForAll("deployments") Deployment asked) {
        long wide = KvLaw.bytesToken(CATALOGUE.model(asked.model()), KvType.BF16, asked.ranks());

        assertThat(KvLaw.bytesToken(CATALOGUE.model(asked.model()), KvType.FP8, asked.ranks()))
                .isEqualTo(wide / 2);
        assertThat(wide).isPositive();
    }

    @Property
    void weighsLessWithFewerBits(@ForAll("deployments") Deployment asked) {
        List<Long> ordered = List.of("bf16", "int8-weight-only", "fp8", "int4-awq-zeros").stream()
                .map(precision -> SIZING.weights(asked.with(Mix.of(precision))))
                .toList();

        assertThat(ordered.reversed()).isSorted();
    }

    private static long tokens(Fit fit) {
        return switch (fit) {
            case Fit.Fits fits -> fits.tokens();
            case Fit.Refused _ -> 0;
        };
    }
}
