package dev.ponder.triton.client.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PrefixMemoryTest {

    @Test
    void knowsAPrefixAndNothingAfterAGap() {
        PrefixMemory memory = new PrefixMemory(10);

        memory.read(List.of(1L, 2L, 3L));

        assertThat(memory.known(List.of(1L, 2L, 9L, 3L))).isEqualTo(2);
        assertThat(memory.known(List.of(9L, 1L, 2L))).isZero();
    }

    @Test
    void forgetsTheEndOfAPromptBeforeItsBeginning() {
        PrefixMemory memory = new PrefixMemory(4);

        memory.read(List.of(1L, 2L, 3L));
        memory.read(List.of(7L, 8L));

        assertThat(memory.known(List.of(1L, 2L, 3L))).isEqualTo(2);
        assertThat(memory.known(List.of(7L, 8L))).isEqualTo(2);
    }

    @Property
    boolean neverKnowsMoreThanItHolds(
            @ForAll @Size(max = 40) List<@IntRange(max = 20) Integer> prompt,
            @ForAll @IntRange(min = 1, max = 9) int capacity) {
        PrefixMemory memory = new PrefixMemory(capacity);
        List<Long> blocks = prompt.stream().map(Integer::longValue).toList();
        memory.read(blocks);
        return memory.known(blocks.stream().distinct().toList()) <= capacity;
    }

    @Test
    void namesBlocksByAllBeforeThem() {
        String shared = "x".repeat(4096);

        List<Long> one = PromptBlocks.of(shared + "a".repeat(2048));
        List<Long> other = PromptBlocks.of(shared + "b".repeat(2048) + "tail");

        assertThat(one).hasSize(3);
        assertThat(other.subList(0, 2)).isEqualTo(one.subList(0, 2));
        assertThat(other.get(2)).isNotEqualTo(one.get(2));
    }
}
