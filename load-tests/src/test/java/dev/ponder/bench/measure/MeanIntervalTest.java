package dev.ponder.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MeanIntervalTest {

    private static List<Double> normal(SplittableRandom random, int count) {
        return Stream.generate(() -> random.nextGaussian(7, 3)).limit(count).toList();
    }

    @Property(tries = 20)
    void holdsTheTrueMeanNinetyFiveTimesOfAHundred(@ForAll @IntRange(min = 2, max = 12) int count) {
        SplittableRandom random = new SplittableRandom(count);

        long held = IntStream.range(0, 10_000)
                .mapToObj(_ -> MeanInterval.of(normal(random, count)))
                .filter(one -> one.low() <= 7 && 7 <= one.high())
                .count();

        assertThat(held / 10_000.0).isCloseTo(0.95, within(0.01));
    }

    @Test
    void liesAroundTheMean() {
        MeanInterval interval = MeanInterval.of(List.of(1.0, 2.0, 3.0));

        assertThat(interval.mean()).isEqualTo(2);
        assertThat(interval.high() - 2).isCloseTo(4.303 / Math.sqrt(3), within(1e-9));
        assertThat(2 - interval.low()).isCloseTo(4.303 / Math.sqrt(3), within(1e-9));
    }

    @Test
    void isNoneOfOneValue() {
        assertThatThrownBy(() -> MeanInterval.of(List.of(1.0))).isInstanceOf(IllegalArgumentException.class);
    }
}
