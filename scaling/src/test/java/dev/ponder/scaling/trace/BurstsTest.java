package dev.ponder.scaling.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BurstsTest {

    private static final double NANOS_PER_SECOND = 1e9;

    private static double variationOfGaps(List<TracedRequest> requests) {
        double[] gaps = IntStream.range(1, requests.size())
                .mapToDouble(i ->
                        requests.get(i).at().minus(requests.get(i - 1).at()).toNanos() / NANOS_PER_SECOND)
                .toArray();
        double mean = Arrays.stream(gaps).average().orElseThrow();
        double squares = Arrays.stream(gaps)
                .map(gap -> (gap - mean) * (gap - mean))
                .average()
                .orElseThrow();
        return Math.sqrt(squares) / mean;
    }

    @Test
    void comeInClumps() {
        List<TracedRequest> requests = Bursts.draw(1).requests();

        double variation = variationOfGaps(requests);

        assertThat(variation).isBetween(10.0, 17.0);
        assertThat(requests).hasSizeBetween(11_000, 18_000);
    }

    @Test
    void areTheSameForTheSameSeed() {
        assertThat(Bursts.draw(7)).isEqualTo(Bursts.draw(7));
    }
}
