package dev.ponder.scaling.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void saysItsMeanRateAndItsTokens() {
        Trace trace = new Trace("t", List.of(at(0, 10), at(5, 30)), Duration.ofSeconds(20));

        double rate = trace.requestsPerSecond();

        assertThat(rate).isEqualTo(0.1);
        assertThat(trace.outputTokens()).isEqualTo(40);
        assertThat(trace.inputTokens()).isEqualTo(2);
    }

    @Test
    void findsTheMinuteInWhichMostIsAskedFor() {
        Trace trace = new Trace(
                "t", List.of(at(0, 95), at(50, 10), at(70, 95), at(109, 1), at(110, 5)), Duration.ofMinutes(5));

        Stretch busiest = trace.busiest(MINUTE);

        assertThat(busiest).isEqualTo(new Stretch(Duration.ofSeconds(50), MINUTE, 3, 3, 106));
        assertThat(busiest.requestsPerSecond()).isEqualTo(0.05);
    }

    @Test
    void isItsOwnBusiestStretchWhenShorter() {
        Trace trace = new Trace("t", List.of(at(0, 10), at(5, 30)), Duration.ofSeconds(10));

        Stretch busiest = trace.busiest(MINUTE);

        assertThat(busiest.outputTokensPerSecond()).isEqualTo(4);
    }

    @Test
    void refusesWhatIsNoTrace() {
        List<TracedRequest> disorder = List.of(at(5, 1), at(0, 1));
        List<TracedRequest> one = List.of(at(5, 1));

        assertThatThrownBy(() -> new Trace("t", disorder, MINUTE)).hasMessageContaining("order");
        assertThatThrownBy(() -> new Trace("t", List.of(), MINUTE)).hasMessageContaining("none");
        assertThatThrownBy(() -> new Trace("t", one, Duration.ofSeconds(4))).hasMessageContaining("duration");
        assertThatThrownBy(() -> new Trace("t", one, MINUTE).busiest(Duration.ZERO))
                .hasMessageContaining("length");
        assertThatThrownBy(() -> new Trace("t", one, MINUTE).overlaid(0, MINUTE, 1))
                .hasMessageContaining("copies");
    }

    private static TracedRequest at(long second, int outputTokens) {
        return TracedRequest.plain(Duration.ofSeconds(second), 1, outputTokens);
    }
}
