package dev.ponder.bench.honesty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ponder.triton.client.text.ChatTemplate;
import dev.ponder.triton.shard.brain.Prompt;
import dev.ponder.triton.shard.brain.SyntheticBrain;
import dev.ponder.triton.shard.brain.TokenPieces;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AskedTest {

    private static final double NANOS_PER_SECOND = 1e9;

    private static String prompt(Asked asked) {
        return ChatTemplate.chatMl().prompt(List.of(new ChatTemplate.Turn("user", asked.words())));
    }

    @Property(tries = 20)
    boolean tellsTheShardWhatTheSimulationIsTold(@ForAll long seed) {
        SyntheticBrain brain = new SyntheticBrain(200, 0, 1, 1);
        return new Demand("a", 30, 0.7).draw(seed).stream().allMatch(asked -> {
            int answer = brain.think(new Prompt(prompt(asked), 0))
                    .orElseThrow()
                    .tokens()
                    .size();
            return TokenPieces.count(prompt(asked)) == asked.promptTokens() && answer == asked.tokens();
        });
    }

    @Test
    void refusesAPromptThatIsShorterThanItsFrame() {
        assertThatThrownBy(() -> new Asked("a-1", Duration.ZERO, 20, 60)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void asksAsOftenAsTheLoadSays() {
        Demand demand = new Demand("a", 20_000, 0.7);

        List<Asked> asked = demand.draw(1);

        double seconds = asked.getLast().due().toNanos() / NANOS_PER_SECOND;
        double slotSeconds = asked.stream()
                .mapToDouble(one -> one.promptTokens() / SmallFleet.GPU.prefillTokensPerSecond()
                        + one.tokens() * SmallFleet.GPU.secondsPerToken(SmallFleet.GPU.slots()))
                .sum();
        assertThat(slotSeconds / seconds / SmallFleet.SLOTS).isCloseTo(0.7, within(0.02));
        assertThat(demand.draw(1)).isEqualTo(asked);
    }
}
