package dev.ponder.scaling.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for whatever requests at whatever times. */
final class TracePropertiesTest {

    private static final Duration SHIFT = Duration.ofSeconds(5);

    @Property
    void anOverlayKeepsCountsAndTokensAndOrder(
            @ForAll @Size(min = 1, max = 50) List<@IntRange(min = 0, max = 600) Integer> seconds,
            @ForAll @IntRange(min = 1, max = 6) int copies,
            @ForAll long seed) {
        Trace trace = trace(seconds);

        Trace overlaid = trace.overlaid(copies, SHIFT, seed);

        assertThat(overlaid.requests()).hasSize(copies * trace.requests().size());
        assertThat(overlaid.outputTokens()).isEqualTo(copies * trace.outputTokens());
        assertThat(overlaid.duration())
                .isBetween(trace.duration(), trace.duration().plus(SHIFT));
        assertThat(overlaid.requests()).containsAll(trace.requests());
        assertThat(overlaid.requests()).isSortedAccordingTo(Comparator.comparing(TracedRequest::at));
    }

    @Property
    void anOverlayOfOneIsTheTrace(
            @ForAll @Size(min = 1, max = 50) List<@IntRange(min = 0, max = 600) Integer> seconds, @ForAll long seed) {
        Trace trace = trace(seconds);

        assertThat(trace.overlaid(1, SHIFT, seed)).isEqualTo(trace);
    }

    @Property
    void aCopySharesNoBlockWithAnother(@ForAll long seed, @ForAll long block) {
        TracedRequest request = new TracedRequest(Duration.ZERO, 1024, 1, List.of(block, block));
        Trace trace = new Trace("t", List.of(request), Duration.ofSeconds(1));

        List<TracedRequest> copies = trace.overlaid(4, SHIFT, seed).requests();

        assertThat(copies)
                .allMatch(copy -> copy.prefixBlocks()
                        .getFirst()
                        .equals(copy.prefixBlocks().getLast()));
        assertThat(copies.stream().map(copy -> copy.prefixBlocks().getFirst()).distinct())
                .hasSize(4);
    }

    @Property
    void noMinuteFromARequestOnAsksForMoreThanTheBusiest(
            @ForAll @Size(min = 1, max = 50) List<@IntRange(min = 0, max = 600) Integer> seconds) {
        Trace trace = trace(seconds);

        Stretch busiest = trace.busiest(Duration.ofMinutes(1));

        long most = IntStream.rangeClosed(-60, 660)
                .mapToLong(begin -> outputTokens(trace, begin, busiest.length()))
                .max()
                .orElseThrow();
        assertThat(busiest.outputTokens()).isEqualTo(most);
    }

    private static long outputTokens(Trace trace, int begin, Duration length) {
        Duration from = Duration.ofSeconds(begin);
        return trace.requests().stream()
                .filter(each -> each.at().compareTo(from) >= 0 && each.at().compareTo(from.plus(length)) < 0)
                .mapToLong(TracedRequest::outputTokens)
                .sum();
    }

    private static Trace trace(List<Integer> seconds) {
        List<TracedRequest> requests = seconds.stream()
                .sorted()
                .map(second -> TracedRequest.plain(Duration.ofSeconds(second), 1 + second % 7, 1 + second % 11))
                .toList();
        return new Trace("t", requests, Duration.ofSeconds(601));
    }
}
