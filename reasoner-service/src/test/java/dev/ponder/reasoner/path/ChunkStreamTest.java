package dev.ponder.reasoner.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.chunk.Chunk;
import dev.ponder.contracts.request.CachePolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class ChunkStreamTest {

    private static final long MILLI = 1_000_000;

    private final List<Chunk> sent = new ArrayList<>();
    private final ChunkStream stream = new ChunkStream(Tasks.task("r-1", Duration.ofSeconds(1)), 1, 0, sent::add);

    @Test
    void sendsTheFirstTextAtOnceAndGathersLaterOnes() {
        stream.add(false, "a", 1, 0);
        assertThat(sent).extracting(Chunk::text).containsExactly("a");

        stream.add(false, "b", 1, 10 * MILLI);
        stream.add(false, "c", 1, 49 * MILLI);
        assertThat(sent).hasSize(1);

        stream.add(false, "d", 1, 50 * MILLI);
        assertThat(sent).extracting(Chunk::text).containsExactly("a", "bcd");
        assertThat(sent).extracting(Chunk::tokens).containsExactly(1, 3);
    }

    @Test
    void sendsWhatIsHeldOnceItIsMuch() {
        stream.add(false, "a", 1, 0);
        IntStream.range(0, 32).forEach(_ -> stream.add(false, "b", 1, 0));
        assertThat(sent).extracting(Chunk::text).containsExactly("a", "b".repeat(32));
    }

    @Test
    void countsTokensNotMessages() {
        stream.add(false, "a", 1, 0);
        stream.add(false, "many", 32, 0);
        assertThat(sent).extracting(Chunk::text).containsExactly("a", "many");
    }

    @Test
    void sendsNothingWhereNobodyListens() {
        ChunkStream unheard = new ChunkStream(
                Tasks.task("r-1", Tasks.ARRIVED, Duration.ofSeconds(1), false, CachePolicy.USE), 1, 0, sent::add);
        unheard.add(false, "a", 1, 0);
        unheard.end(0);
        assertThat(sent).isEmpty();
    }

    @Property
    void sendsAllTextInOrderWithItsKindAndItsEnd(@ForAll("pieces") List<Piece> pieces) {
        sent.clear(); // A property is tried many times on one instance.
        ChunkStream stream = new ChunkStream(Tasks.task("r-1", Duration.ofSeconds(1)), 1, 0, sent::add);
        long now = 0;
        for (Piece piece : pieces) {
            now += piece.afterNanos();
            stream.add(piece.thought(), piece.text(), 1, now);
        }
        stream.end(now);

        assertThat(textOf(Chunk.Kind.REASONING)).isEqualTo(textOf(pieces, true));
        assertThat(textOf(Chunk.Kind.ANSWER)).isEqualTo(textOf(pieces, false));
        assertThat(sent.stream().map(Chunk::text).collect(Collectors.joining()))
                .isEqualTo(pieces.stream().map(Piece::text).collect(Collectors.joining()));
        assertThat(sent)
                .extracting(Chunk::seq)
                .isEqualTo(IntStream.range(0, sent.size()).boxed().toList());
        assertThat(sent.getLast().kind()).isEqualTo(Chunk.Kind.END);
        assertThat(sent).filteredOn(chunk -> chunk.kind() == Chunk.Kind.END).hasSize(1);
    }

    private String textOf(Chunk.Kind kind) {
        return sent.stream()
                .filter(chunk -> chunk.kind() == kind)
                .map(Chunk::text)
                .collect(Collectors.joining());
    }

    private static String textOf(List<Piece> pieces, boolean thought) {
        return pieces.stream()
                .filter(one -> one.thought() == thought)
                .map(Piece::text)
                .collect(Collectors.joining());
    }

    @Provide
    static Arbitrary<List<Piece>> pieces() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.strings().ofMaxLength(3),
                        Arbitraries.longs().between(0, 80 * MILLI))
                .as(Piece::new)
                .list()
                .ofMaxSize(60);
    }

    record Piece(boolean thought, String text, long afterNanos) {}
}
