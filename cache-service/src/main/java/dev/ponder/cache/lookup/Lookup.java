package dev.ponder.cache.lookup;

import dev.ponder.cache.keys.AskedQuestion;
import dev.ponder.cache.learning.CatchUp;
import dev.ponder.cache.storage.ChainStore;
import dev.ponder.mechanics.time.Ticker;

/** Answers a question from the store, or says why not: nothing before it has caught up, nor once it was away too long. Any thread. */
public final class Lookup {

    private static final Answer ABSENT = new Answer.Miss(Answer.Cause.ABSENT);
    private static final Answer EXPIRED = new Answer.Miss(Answer.Cause.EXPIRED);
    private static final Answer REFUTED = new Answer.Miss(Answer.Cause.REFUTED);
    private static final Answer BEHIND = new Answer.Miss(Answer.Cause.BEHIND);

    private final ChainStore store;
    private final CatchUp catchUp;
    private final Proof proof;
    private final Ticker ticker;

    /** Answers from a store once it has caught up. */
    public Lookup(ChainStore store, CatchUp catchUp, Proof proof, Ticker ticker) {
        this.store = store;
        this.catchUp = catchUp;
        this.proof = proof;
        this.ticker = ticker;
    }

    /** Looks one question up by its exact key. */
    public Answer answer(AskedQuestion asked) {
        if (!catchUp.isDone() || !store.isTrusted()) {
            return BEHIND;
        }
        return store.find(asked.key()).map(json -> prove(asked, json)).orElse(ABSENT);
    }

    /** A foreign chain stays: dropping it would let a tenant that guesses a key push out another's chain. */
    private Answer prove(AskedQuestion asked, String json) {
        return switch (proof.of(asked, json, ticker.now())) {
            case PROVEN -> {
                store.used(asked.key());
                yield new Answer.Hit(json, Answer.Match.EXACT);
            }
            case EXPIRED -> {
                store.drop(asked.key(), json);
                yield EXPIRED;
            }
            case FALSE -> {
                store.drop(asked.key(), json);
                yield REFUTED;
            }
            case FOREIGN -> REFUTED;
        };
    }
}
