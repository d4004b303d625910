package dev.ponder.contracts.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.plan.SloClass;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class CacheUseTest {

    private static final Sampling PLAIN = sampling(1, null);

    @ParameterizedTest
    @CsvSource({"USE, true, true", "REFRESH, false, true", "BYPASS, false, false"})
    void isThePolicyWhereAnyAnswerWillDo(CachePolicy policy, boolean reads, boolean teaches) {
        assertThat(CacheUse.of(options(policy), PLAIN)).isEqualTo(new CacheUse(reads, teaches));
    }

    @ParameterizedTest
    @EnumSource(CachePolicy.class)
    void isNoneWhereTheAskerCutsTheAnswer(CachePolicy policy) {
        assertThat(CacheUse.of(options(policy), sampling(1, null, "\n"))).isEqualTo(new CacheUse(false, false));
    }

    @ParameterizedTest
    @EnumSource(CachePolicy.class)
    void isNoneWhereOneDrawIsAskedFor(CachePolicy policy) {
        assertThat(CacheUse.of(options(policy), sampling(1, 7L))).isEqualTo(new CacheUse(false, false));
    }

    @Test
    void teachesNothingThatIsDrawnHotterThanTheModel() {
        assertThat(CacheUse.of(options(CachePolicy.USE), sampling(1.01, null))).isEqualTo(new CacheUse(true, false));
        assertThat(CacheUse.of(options(CachePolicy.USE), sampling(0, null))).isEqualTo(new CacheUse(true, true));
    }

    private static Sampling sampling(double temperature, @Nullable Long seed, String... stop) {
        return new Sampling(100, temperature, 1, seed, List.of(stop));
    }

    private static PonderOptions options(CachePolicy policy) {
        return new PonderOptions(true, 1, SloClass.INTERACTIVE, null, policy, false);
    }
}
