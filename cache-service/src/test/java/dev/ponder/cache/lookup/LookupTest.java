package dev.ponder.cache.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.cache.Chains;
import dev.ponder.cache.keys.AskedQuestion;
import dev.ponder.cache.learning.CatchUp;
import dev.ponder.cache.retention.AgeLimit;
import dev.ponder.cache.storage.ChainChange;
import dev.ponder.cache.storage.ChainStore;
import dev.ponder.cache.storage.MvChainStore;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.question.QuestionKey;
import dev.ponder.mechanics.time.ManualTicker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookupTest {

    private static final QuestionKey KEY = Chains.key(Chains.ALICE, "1+1");
    private static final String JSON = Chains.json(Chains.ALICE, KEY, "2");

    @TempDir
    Path dir;

    private final ManualTicker ticker = new ManualTicker(Chains.LEARNED_AT);
    private final CatchUp catchUp = new CatchUp();

    private ChainStore store;
    private Lookup lookup;

    @BeforeEach
    void open() {
        store = MvChainStore.open(dir, 10, Duration.ofHours(1), ticker);
        lookup = new Lookup(store, catchUp, new Proof(new AgeLimit(Duration.ofDays(1))), ticker);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void hitsWhatThisTenantLearned() {
        learn(KEY, JSON);

        assertThat(ask(Chains.ALICE, KEY)).isEqualTo(new Answer.Hit(JSON, Answer.Match.EXACT));
    }

    @Test
    void missesWhatNobodyAsked() {
        learn(KEY, JSON);

        assertThat(ask(Chains.ALICE, Chains.key(Chains.ALICE, "1+2"))).isEqualTo(miss(Answer.Cause.ABSENT));
    }

    @Test
    void neverTellsAnotherTenantsChain() {
        learn(KEY, JSON);

        assertThat(ask(Chains.BOB, KEY)).isEqualTo(miss(Answer.Cause.REFUTED));
    }

    @Test
    void keepsAChainThatAnotherTenantTriedToRead() {
        learn(KEY, JSON);

        ask(Chains.BOB, KEY);

        assertThat(ask(Chains.ALICE, KEY)).isEqualTo(new Answer.Hit(JSON, Answer.Match.EXACT));
    }

    @Test
    void missesAndDropsWhatIsTooOld() {
        learn(KEY, JSON);
        ticker.advance(Duration.ofDays(1).plusSeconds(1));

        assertThat(ask(Chains.ALICE, KEY)).isEqualTo(miss(Answer.Cause.EXPIRED));
        assertThat(store.size()).isZero();
    }

    @Test
    void missesAndDropsAnotherQuestionsChain() {
        learn(KEY, Chains.json(Chains.ALICE, Chains.key(Chains.ALICE, "2+2"), "4"));

        assertThat(ask(Chains.ALICE, KEY)).isEqualTo(miss(Answer.Cause.REFUTED));
        assertThat(store.size()).isZero();
    }

    @Test
    void missesAndDropsWhatIsNoChain() {
        learn(KEY, "{\"v\":1");

        assertThat(ask(Chains.ALICE, KEY)).isEqualTo(miss(Answer.Cause.REFUTED));
        assertThat(store.size()).isZero();
    }

    @Test
    void missesOnceItWasAwayFromTheTopicTooLong() {
        store.adopt("topic-1");
        learn(KEY, JSON);
        ticker.advance(Duration.ofHours(1).plusSeconds(1));

        assertThat(ask(Chains.ALICE, KEY)).isEqualTo(miss(Answer.Cause.BEHIND));
    }

    @Test
    void missesWhileItIsBehind() {
        store.apply(List.of(new ChainChange.Learned(KEY, JSON)), Map.of());
        catchUp.expect(Map.of(0, 5L));

        assertThat(ask(Chains.ALICE, KEY)).isEqualTo(miss(Answer.Cause.BEHIND));
    }

    private void learn(QuestionKey key, String json) {
        store.apply(List.of(new ChainChange.Learned(key, json)), Map.of(0, 1L));
        catchUp.expect(Map.of());
    }

    private Answer ask(TenantId tenant, QuestionKey key) {
        return lookup.answer(new AskedQuestion(tenant, key));
    }

    private static Answer miss(Answer.Cause cause) {
        return new Answer.Miss(cause);
    }
}
