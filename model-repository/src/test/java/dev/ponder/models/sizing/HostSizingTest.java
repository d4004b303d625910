package dev.ponder.models.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ponder.models.catalogue.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

class HostSizingTest {

    private static final String SMALL = "qwen2.5-1.5b";
    private static final long GIB = 1L << 30;

    private final HostSizing sizing = new HostSizing(Catalogue.standard());

    /** 1,543,714,304 parameters, of which 1,310,195,712 are in linear layers. */
    @Test
    void countsWhatIsLoadedAndWhatStays() {
        HostFit fit = sizing.of(new HostDeployment(SMALL, 1, 1024, 16 * GIB));

        assertThat(fit).isInstanceOfSatisfying(HostFit.Fits.class, fits -> {
            assertThat(fits.loading()).isEqualTo(4 * 1_543_714_304L);
            assertThat(fits.weights()).isEqualTo(1_310_195_712L + 4 * (1_543_714_304L - 1_310_195_712L));
            assertThat(fits.cache()).isEqualTo(1024L * 2 * 28 * 2 * 128 * 4);
            assertThat(fits.most()).isEqualTo(GIB + fits.loading());
        });
    }

    @Test
    void refusesWhatCannotEvenBeLoaded() {
        HostFit fit = sizing.of(new HostDeployment("qwen2.5-7b", 1, 1024, 8 * GIB));

        assertThat(fit).isInstanceOfSatisfying(HostFit.Refused.class, refused -> {
            assertThat(refused.why()).contains("8.6 GB of memory", "30.5 GB while it is loaded");
            assertThat(refused.fix()).contains("31.5 GB of memory", "take a smaller model");
        });
    }

    @Test
    void refusesMoreSequencesThanThereIsRoomForAndSaysHowManyThereIs() {
        HostFit fit = sizing.of(new HostDeployment(SMALL, 64, 4096, 10 * GIB));

        assertThat(fit).isInstanceOfSatisfying(HostFit.Refused.class, refused -> {
            assertThat(refused.fix()).contains("at most ", " sequences at once", " tokens");
            assertThat(sizing.of(new HostDeployment(SMALL, fewer(refused.fix()), 4096, 10 * GIB)))
                    .isInstanceOf(HostFit.Fits.class);
            assertThat(sizing.of(new HostDeployment(SMALL, fewer(refused.fix()) + 1, 4096, 10 * GIB)))
                    .isInstanceOf(HostFit.Refused.class);
        });
    }

    @Test
    void refusesSequencesThatTheModelCannotRead() {
        assertThat(sizing.of(new HostDeployment(SMALL, 1, 65_536, 64 * GIB)))
                .isInstanceOfSatisfying(
                        HostFit.Refused.class,
                        refused -> assertThat(refused.fix()).isEqualTo("ask for at most 32768"));
    }

    @ParameterizedTest
    @CsvSource({"8Gi, 8589934592", "1.5G, 1500000000", "512Mi, 536870912", "4096, 4096"})
    void readsMemoryAsKubernetesWritesIt(String text, long bytes) {
        assertThat(new Quantity().convert(text)).isEqualTo(bytes);
    }

    @Test
    void refusesWhatIsNoAmountOfMemory() {
        assertThatThrownBy(() -> new Quantity().convert("8 GB"))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("8Gi");
    }

    private static int fewer(String fix) {
        return Integer.parseInt(fix.replaceAll(".*serve at most ([0-9]+) .*", "$1"));
    }
}
