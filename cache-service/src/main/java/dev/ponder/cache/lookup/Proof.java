package dev.ponder.cache.lookup;

import dev.ponder.cache.keys.AskedQuestion;
import dev.ponder.cache.retention.AgeLimit;
import dev.ponder.contracts.chain.LearnedChain;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.json.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Proves that a stored chain answers what was asked. Even an exact match is proven: the store is a file, the topic is written by
 * others, and a wrong answer is worse than none. Stateless: any thread.
 *
 * @param ageLimit how old it may be
 */
public record Proof(AgeLimit ageLimit) {

    Verdict of(AskedQuestion asked, String json, Instant now) {
        try {
            return of(asked, Json.read(json.getBytes(StandardCharsets.UTF_8), LearnedChain.class), now);
        } catch (UnreadableException unreadable) {
            return Verdict.FALSE;
        }
    }

    private Verdict of(AskedQuestion asked, LearnedChain chain, Instant now) {
        if (!chain.tenant().equals(asked.tenant())) {
            return Verdict.FOREIGN;
        }
        if (!chain.questionKey().equals(asked.key().value())) {
            return Verdict.FALSE;
        }
        return ageLimit.isPassed(chain.learnedAt(), now) ? Verdict.EXPIRED : Verdict.PROVEN;
    }
}
