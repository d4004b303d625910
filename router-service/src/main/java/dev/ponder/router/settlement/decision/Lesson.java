package dev.ponder.router.settlement.decision;

import dev.ponder.contracts.chain.LearnedChain;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.outcome.Provenance;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the cache may learn of an outcome: whole chains that were thought for it, under a key that the router gave. */
final class Lesson {

    private static final String WHOLE = "stop";

    private Lesson() {}

    static @Nullable LearnedChain of(Outcome outcome, Instant at) {
        return switch (outcome) {
            case Outcome.Answered answered -> ofAnswer(answered, at);
            case Outcome.Failed _ -> null;
        };
    }

    private static @Nullable LearnedChain ofAnswer(Outcome.Answered answered, Instant at) {
        String key = answered.questionKey();
        return key == null || !isWhole(answered.provenance())
                ? null
                : new LearnedChain(
                        LearnedChain.VERSION,
                        key,
                        answered.asked().tenant(),
                        answered.asked().model(),
                        answered.chain(),
                        answered.usage().completionTokens(),
                        answered.asked().id(),
                        at,
                        null);
    }

    private static boolean isWhole(Provenance provenance) {
        return switch (provenance) {
            case Provenance.Thought thought -> WHOLE.equals(thought.stopReason());
            case Provenance.Cached _ -> false;
        };
    }
}
