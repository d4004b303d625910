package dev.ponder.router.ingress;

import dev.ponder.contracts.chain.LearnedChain;
import dev.ponder.contracts.outcome.Asked;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.outcome.Provenance;
import dev.ponder.contracts.outcome.Timings;
import dev.ponder.contracts.outcome.Usage;
import dev.ponder.contracts.plan.Classification;
import dev.ponder.contracts.plan.Plan;
import dev.ponder.contracts.request.ReasoningRequest;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.router.lookup.Lookup;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Makes outcomes of cached chains: nothing was generated, and the result says whose thinking it was. */
final class Answers {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MILLIS_PER_SECOND = 1e3;

    private Answers() {}

    static Outcome ofHit(
            ReasoningRequest request, Lookup.Found found, Plan plan, Classification classification, Ticker ticker) {
        LearnedChain learned = found.chain();
        Asked asked = new Asked(
                request.key().tenant(),
                request.key().id(),
                1,
                request.model(),
                request.arrivedAt(),
                request.options().explain(),
                request.rest());
        return new Outcome.Answered(
                Outcome.VERSION,
                asked,
                learned.chain(),
                new Usage(0, 0, 0, learned.completionTokens()),
                new Timings(millisSince(request.arrivedAt(), ticker), null, null, null, null),
                new Provenance.Cached(found.match(), learned.learnedFrom(), learned.learnedAt()),
                plan,
                classification,
                null,
                Map.of());
    }

    /** Never below zero, which two clocks could make of it; never too far to count, which a producer's clock could. */
    private static double millisSince(Instant arrivedAt, Ticker ticker) {
        Duration since = Duration.between(arrivedAt, ticker.now());
        return Math.max(0, since.toSeconds() * MILLIS_PER_SECOND + since.toNanosPart() / NANOS_PER_MILLI);
    }
}
