package dev.ponder.scaling.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateRowsTest {

    private static final String TWO_CLIENTS = """
            {"client": 3, "trace": [[0.0, 0.0, 0.0, "", 0.0, 0.0], [600.0, 2.0, 1.0, "Gamma", 0.8, 0.6]]}
            {"client": "b", "trace": [[600.0, 0.5, 6.1, "Weibull", 0.4, 0.85], [1200.0, 0.1, 1.0, "", 0.0, 0.0]]}
            """;

    @TempDir
    private Path folder;

    @Test
    void drawsAsManyRequestsAsTheRatesSay() throws IOException {
        Trace trace = read(TWO_CLIENTS, Drawing.DEFAULT);

        assertThat(trace.requests()).hasSize(2 * 600 + 300 + 60);
        assertThat(trace.duration()).isEqualTo(Duration.ofMinutes(30));
        assertThat(trace.requests().getFirst().at()).isGreaterThanOrEqualTo(Duration.ofMinutes(10));
        assertThat(trace.busiest(Duration.ofMinutes(10)).requests()).isBetween(1_400L, 1_600L);
    }

    @Test
    void drawsLengthsByTheGivenCurveWhereTheFileHasNone() throws IOException {
        Trace trace = read(TWO_CLIENTS, Drawing.DEFAULT);

        assertThat((double) trace.inputTokens() / trace.requests().size()).isCloseTo(4000, within(60.0));
        assertThat((double) trace.outputTokens() / trace.requests().size()).isCloseTo(1000, within(30.0));
    }

    @Test
    void drawsLengthsAsTheClientsWereCounted() throws IOException {
        String counted = """
                {"client": 3, "trace": [[600.0, 5.0, 1.0, "Gamma", 1.0, 0.2]], "dataset":
                {"0": {"input_tokens": {"7": 0.25, "9": 0.75, "11": 0}, "output_tokens": {}}, "1200": {}}}
                """.replace("\n", " ");

        Trace trace = read(counted, Drawing.DEFAULT);

        long nines = trace.requests().stream()
                .filter(each -> each.inputTokens() == 9)
                .count();
        assertThat(trace.requests()).extracting(TracedRequest::inputTokens).containsOnly(7, 9);
        assertThat(nines / 3000.0).isCloseTo(0.75, within(0.04));
        assertThat((double) trace.outputTokens() / 3000).isCloseTo(1000, within(30.0));
    }

    @Test
    void drawsTheSameAgainAndAnotherByAnotherSeed() throws IOException {
        Trace first = read(TWO_CLIENTS, Drawing.DEFAULT);

        assertThat(read(TWO_CLIENTS, Drawing.DEFAULT)).isEqualTo(first);
        assertThat(read(TWO_CLIENTS, Drawing.DEFAULT.seeded(2))).isNotEqualTo(first);
    }

    @Test
    void drawsForAPartWhatTheWholeHasThere() throws IOException {
        Trace whole = read(TWO_CLIENTS, Drawing.DEFAULT);
        Duration from = Duration.ofSeconds(800);

        Trace part = read(TWO_CLIENTS, Drawing.DEFAULT.within(from, Duration.ofSeconds(100)));

        List<Duration> there = whole.requests().stream()
                .map(TracedRequest::at)
                .map(at -> at.minus(from))
                .filter(at -> !at.isNegative() && at.compareTo(Duration.ofSeconds(100)) <= 0)
                .toList();
        assertThat(part.requests()).extracting(TracedRequest::at).isEqualTo(there);
        assertThat(part.duration()).isEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void drawsGapsAsUnevenAsTheShapeSays() {
        RateWindow even = window(GapFamily.GAMMA, 100);
        RateWindow chance = window(GapFamily.GAMMA, 1);
        RateWindow bursts = window(GapFamily.WEIBULL, 0.4);

        assertThat(variation(even)).isCloseTo(0.1, within(0.02));
        assertThat(variation(chance)).isCloseTo(1, within(0.05));
        assertThat(variation(bursts)).isCloseTo(3.14, within(0.5));
    }

    @Test
    void asksForAShorterPartOfTooMuch() throws IOException {
        String much = "{\"client\": 1, \"trace\": [[0.0, 900000.0, 1.0, \"Gamma\", 1.0, 1.0]]}";

        assertThatThrownBy(() -> read(much, Drawing.DEFAULT))
                .hasMessage("rates.jsonl: 540,000,000 requests within 86400 s from 0 s on are more than 2,000,000;"
                        + " ask for a shorter part of it");
    }

    @Test
    void saysWhereTheFileEndsIfAPartHoldsNothing() {
        Drawing late = Drawing.DEFAULT.within(Duration.ofHours(9), Duration.ofHours(1));

        assertThatThrownBy(() -> read(TWO_CLIENTS, late))
                .hasMessage("rates.jsonl: there is no request within 3600 s from 32400 s on; the file ends at 1800 s");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    [0, 1, 1, "Gamma", 1]            | trace is [0,1,1,"Gamma",1]; write [t, rate, cv, family, p1, p2] a window
                    [-600, 1, 1, "Gamma", 1, 1]      | trace t is -600; write a time from 0 to a century
                    [0, -1, 1, "Gamma", 1, 1]        | trace rate is -1; write requests a second from 0 to a million
                    [0, "x", 1, "Gamma", 1, 1]       | trace rate is "x"; write a number
                    [0, 1, 1, "Pareto", 1, 1]        | trace family is Pareto; write Gamma, Weibull or an empty text
                    [0, 1, 1, "Gamma", 0, 1]         | trace p1 is 0; write the family's shape, above 0
                    """)
    void namesLineAndFieldOfAWindowThatIsNone(String window, String said) {
        String client = "{\"client\": 1, \"trace\": [" + window + "]}";

        assertThatThrownBy(() -> read(client, Drawing.DEFAULT)).hasMessage("rates.jsonl, line 1: " + said);
    }

    private Trace read(String content, Drawing drawing) throws IOException {
        return TraceFile.read(Files.writeString(folder.resolve("rates.jsonl"), content), drawing);
    }

    private static RateWindow window(GapFamily family, double shape) {
        Lengths one = Lengths.normal(1, 0);
        return new RateWindow(Duration.ZERO, 100_000, family, shape, 7, one, one);
    }

    private static double variation(RateWindow window) {
        List<Duration> at = new ArrayList<>();
        window.draw(request -> at.add(request.at()));
        double mean = at.getLast().toNanos() / (double) at.size();
        double squares = 0;
        Duration before = Duration.ZERO;
        for (Duration each : at) {
            squares += Math.pow(each.minus(before).toNanos() - mean, 2);
            before = each;
        }
        return Math.sqrt(squares / at.size()) / mean;
    }
}
