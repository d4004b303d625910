package dev.ponder.scaling.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RankChangeTest {

    private static final double SURE = 3.2;

    private static double[] noise(long seed, int count, double mean) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, count)
                .mapToDouble(_ -> random.nextGaussian(mean, Math.sqrt(mean)))
                .toArray();
    }

    private static double[] join(double[] one, double[] other) {
        double[] both = new double[one.length + other.length];
        System.arraycopy(one, 0, both, 0, one.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    @Test
    void findsWhereTheMeanWentUp() {
        double[] values = join(noise(1, 30, 20), noise(2, 8, 40));

        int change = RankChange.find(values, 4, 8, SURE);

        assertThat(change).isBetween(28, 34);
    }

    @Test
    void takesOneSpikeForNoChangeHoweverHigh() {
        double[] values = noise(1, 40, 20);
        values[38] = 100_000;

        assertThat(RankChange.find(values, 4, 8, SURE)).isZero();
    }

    @Test
    void findsNothingInChance() {
        long found = IntStream.range(0, 300)
                .filter(seed -> RankChange.find(noise(seed, 48, 20), 4, 8, SURE) > 0)
                .count();

        assertThat(found).isLessThan(20);
    }

    @Property
    boolean isTheSameForValuesOfTheSameOrder(@ForAll @Size(max = 40) List<@IntRange(max = 100) Integer> values) {
        double[] plain = values.stream().mapToDouble(Integer::doubleValue).toArray();
        double[] cubes =
                Arrays.stream(plain).map(value -> value * value * value).toArray();
        return RankChange.find(plain, 4, 8, SURE) == RankChange.find(cubes, 4, 8, SURE);
    }
}
