package dev.ponder.cache.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.cache.Chains;
import dev.ponder.cache.storage.ChainChange;
import dev.ponder.cache.storage.ChainStore;
import dev.ponder.cache.storage.MvChainStore;
import dev.ponder.contracts.question.QuestionKey;
import dev.ponder.mechanics.time.ManualTicker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningTest {

    private static final QuestionKey KEY = Chains.key(Chains.ALICE, "1+1");
    private static final String JSON = Chains.json(Chains.ALICE, KEY, "2");

    @TempDir
    Path dir;

    @Test
    void storesLessonsAndPositionsAndSkipsTheRest() {
        try (ChainStore store = MvChainStore.open(dir, 10, Duration.ofHours(1), new ManualTicker(Chains.LEARNED_AT))) {
            CatchUp catchUp = new CatchUp();
            catchUp.expect(Map.of(0, 2L));

            new Learning(store, catchUp)
                    .take(
                            List.of(
                                    new Lesson.Skipped(Lesson.Flaw.KEY_UNREADABLE),
                                    new Lesson.Change(new ChainChange.Learned(KEY, JSON))),
                            Map.of(0, 2L));

            assertThat(store.find(KEY)).contains(JSON);
            assertThat(store.positions()).isEqualTo(Map.of(0, 2L));
            assertThat(catchUp.isDone()).isTrue();
        }
    }
}
