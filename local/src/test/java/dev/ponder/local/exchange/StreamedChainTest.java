package dev.ponder.local.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.chunk.Chunk;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.TenantId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StreamedChainTest {

    private final StreamedChain chain = new StreamedChain();

    @Test
    void holdsBackWhatComesEarly() {
        assertThat(chain.accept(chunk(1, 1))).isEmpty();
        assertThat(chain.accept(chunk(1, 0))).extracting(Chunk::seq).containsExactly(0, 1);
    }

    @Test
    void beginsAnewWithAHigherAttempt() {
        chain.accept(chunk(1, 0));

        assertThat(chain.accept(chunk(2, 0))).extracting(Chunk::attempt).containsExactly(2);
        assertThat(chain.accept(chunk(1, 1))).isEmpty();
    }

    @Test
    void beginsAnewWithAHigherDelivery() {
        chain.accept(chunk(1, 1, 0));
        chain.accept(chunk(1, 1, 1));

        assertThat(chain.accept(chunk(1, 2, 0))).extracting(Chunk::delivery).containsExactly(2);
        assertThat(chain.accept(chunk(1, 1, 2))).isEmpty();
        assertThat(chain.accept(chunk(2, 1, 0))).extracting(Chunk::attempt).containsExactly(2);
    }

    @Property
    void showsEachChunkOnceInOrder(@ForAll @IntRange(max = 30) int count, @ForAll long seed) {
        List<Integer> sequence = new ArrayList<>(
                IntStream.range(0, 2 * count).mapToObj(i -> i / 2).toList());
        Collections.shuffle(sequence, new Random(seed));
        StreamedChain fresh = new StreamedChain();

        List<Integer> shown = sequence.stream()
                .flatMap(seq -> fresh.accept(chunk(1, seq)).stream())
                .map(Chunk::seq)
                .toList();

        assertThat(shown).isEqualTo(IntStream.range(0, count).boxed().toList());
    }

    private static Chunk chunk(int attempt, int seq) {
        return chunk(attempt, 1, seq);
    }

    private static Chunk chunk(int attempt, int delivery, int seq) {
        return new Chunk(
                Chunk.VERSION,
                TenantId.DEFAULT,
                new RequestId("a"),
                attempt,
                delivery,
                0,
                seq,
                Chunk.Kind.REASONING,
                "text",
                1,
                Map.of());
    }
}
