package dev.ponder.reasoner.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.chunk.Chunk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ChunkStreamTest {

    private static final long MILLI = Duration.ofMillis(1).toNanos();
    private final List<Chunk> sent = new ArrayList<>();

    @Test
    void sendsTheFirstAtOnceAndGathersTheRest() {
        ChunkStream stream = new ChunkStream(Tasks.due(Duration.ofMinutes(1)), sent::add);

        stream.add(true, "a", 1, 0);
        stream.add(true, "b", 1, MILLI);
        stream.add(true, "c", 1, 60 * MILLI);

        assertThat(sent).extracting(Chunk::text).containsExactly("a", "bc");
    }

    @Property(tries = 300)
    boolean losesNothingAndMixesNothing(@ForAll long seed) {
        List<Chunk> chunks = new ArrayList<>();
        ChunkStream stream = new ChunkStream(Tasks.due(Duration.ofMinutes(1)), chunks::add);
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder thought = new StringBuilder();
        StringBuilder answer = new StringBuilder();
        long now = 0;
        for (int i = 0; i < 60; i++) {
            boolean isThought = random.nextBoolean();
            String text = Integer.toString(i);
            (isThought ? thought : answer).append(text);
            stream.add(isThought, text, 1, now += random.nextLong(30 * MILLI));
        }
        stream.end(now);
        boolean dense = true;
        for (int i = 0; i < chunks.size(); i++) {
            dense &= chunks.get(i).seq() == i;
        }
        return dense
                && chunks.getLast().kind() == Chunk.Kind.END
                && text(chunks, Chunk.Kind.REASONING).contentEquals(thought)
                && text(chunks, Chunk.Kind.ANSWER).contentEquals(answer);
    }

    private static String text(List<Chunk> chunks, Chunk.Kind kind) {
        return chunks.stream()
                .filter(chunk -> chunk.kind() == kind)
                .map(Chunk::text)
                .collect(Collectors.joining());
    }
}
