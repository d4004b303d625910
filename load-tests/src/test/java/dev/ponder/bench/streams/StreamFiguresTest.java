package dev.ponder.bench.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ponder.contracts.chunk.Chunk;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.TenantId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Streams of ten tokens, looked at from the second to the eighth second. */
class StreamFiguresTest {

    private static final int TOKENS = 10;
    private static final Window WINDOW = new Window(2_000, 8_000);

    @Test
    void countsOneThatIsWholeAndGetsATokenASecond() {
        Map<String, Double> figures = StreamFigures.of(List.of(spoken(TOKENS, 1_000, 0)), WINDOW);

        assertThat(figures)
                .containsEntry("streams", 1.0)
                .containsEntry("slow", 0.0)
                .containsEntry("torn", 0.0)
                .containsEntry("slowest_tokens_per_s", 1.0);
    }

    @Test
    void tellsOneApartThatGetsLessThanATokenASecond() {
        Map<String, Double> figures =
                StreamFigures.of(List.of(spoken(TOKENS, 1_000, 0), spoken(TOKENS, 1_200, 0)), WINDOW);

        assertThat(figures).containsEntry("streams", 1.0).containsEntry("slow", 1.0);
        assertThat(figures.get("slowest_tokens_per_s")).isEqualTo(5 / 6.0, within(1e-9));
    }

    @Test
    void countsTokensWhenTheyArePublishedNotWhenTheyAreSaid() {
        // Said a second each, but held up from 3 s on: the fourth to the ninth are published after the window.
        OpenStream held = new OpenStream(TOKENS);
        for (int i = 0; i < TOKENS; i++) {
            long said = i * 1_000L;
            held.accept(chunk(i, i + "@" + said), i < 4 ? said : 9_000, 9_100);
        }

        Map<String, Double> figures = StreamFigures.of(List.of(held), WINDOW);

        assertThat(figures).containsEntry("streams", 0.0).containsEntry("slow", 1.0);
        assertThat(figures).containsEntry("late_p99_s", 5.0).containsEntry("late_at_reader_p99_s", 7.1);
    }

    @Test
    void leavesOutOneThatEndedBeforeTheWindowDid() {
        Map<String, Double> figures = StreamFigures.of(List.of(spoken(TOKENS, 500, 0)), WINDOW);

        assertThat(figures).containsEntry("streams", 0.0).containsEntry("not_open", 1.0);
    }

    @Test
    void countsNoneWhoseTextIsTornOrCutShort() {
        OpenStream gap = new OpenStream(TOKENS);
        gap.accept(chunk(0, "0@0"), 0, 0);
        gap.accept(chunk(1, "2@1000"), 9_000, 9_000);
        OpenStream cut = spoken(TOKENS + 1, 1_000, 0);
        cut.accept(end(TOKENS), 10_000, 10_000);

        Map<String, Double> figures = StreamFigures.of(List.of(gap, cut), WINDOW);

        assertThat(figures).containsEntry("streams", 0.0).containsEntry("torn", 2.0);
    }

    @Test
    void timesTheWayToTheBrokerApartFromTheWayToTheReader() {
        Map<String, Double> figures = StreamFigures.of(List.of(spoken(TOKENS, 1_000, 250)), WINDOW);

        assertThat(figures).containsEntry("late_p50_s", 0.25).containsEntry("late_at_reader_p50_s", 0.5);
    }

    /** Ten tokens, one every so often; each hop takes {@code hopMillis}. */
    private static OpenStream spoken(int expected, long everyMillis, long hopMillis) {
        OpenStream stream = new OpenStream(expected);
        for (int i = 0; i < TOKENS; i++) {
            long said = i * everyMillis;
            stream.accept(chunk(i, i + "@" + said), said + hopMillis, said + 2 * hopMillis);
        }
        return stream;
    }

    private static Chunk chunk(int seq, String text) {
        return chunk(seq, Chunk.Kind.REASONING, text);
    }

    private static Chunk end(int seq) {
        return chunk(seq, Chunk.Kind.END, "");
    }

    private static Chunk chunk(int seq, Chunk.Kind kind, String text) {
        return new Chunk(Chunk.VERSION, TenantId.DEFAULT, new RequestId("s-1"), 1, 1, 0, seq, kind, text, 1, Map.of());
    }
}
