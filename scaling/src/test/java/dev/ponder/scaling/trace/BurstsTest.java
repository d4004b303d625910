package dev.ponder.scaling.trace;

import static org.assertj.core.api.Assertions.assertThat;

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
        double mean = IntStream.range(0, gaps.length)
                .mapToDouble(i -> gaps[i])
                .average()
                .orElseThrow();
        double squares = IntStream.range(0, gaps.length)
                .mapToDouble(i -> (gaps[i] - mean) * (gaps[i] - mean))
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
