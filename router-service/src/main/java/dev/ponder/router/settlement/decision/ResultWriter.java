package dev.ponder.router.settlement.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.contracts.chain.LearnedChain;
import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.outcome.Asked;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.result.Price;
import dev.ponder.contracts.result.Result;
import java.time.Instant;

/**
 * Makes results that the broker will take. A record larger than its topic allows would fail its batch for ever, so a result
 * that is too large loses the scored steps (which the reasoning content repeats), and one that still is becomes an error.
 * Stateless.
 */
final class ResultWriter {

    private final PriceList prices;
    private final int maxBytes;

    ResultWriter(PriceList prices, int maxBytes) {
        this.prices = prices;
        this.maxBytes = maxBytes;
    }

    Decision.Settled settle(Outcome outcome, String digest, Instant at) {
        Price price = prices.of(outcome);
        ObjectNode body = Result.of(outcome, price, at).body();
        Payload whole = Payload.of(body);
        if (fits(whole)) {
            LearnedChain learned = Lesson.of(outcome, at);
            return new Decision.Settled(outcome, digest, price, whole, learned, at, null);
        }
        Payload shorter = Payload.of(withoutSteps(body));
        return fits(shorter)
                ? new Decision.Settled(outcome, digest, price, shorter, null, at, null)
                : tooLarge(outcome, digest, price, at);
    }

    private boolean fits(Payload payload) {
        return payload.size() <= maxBytes;
    }

    private static ObjectNode withoutSteps(ObjectNode body) {
        JsonNode ponder = body.path("ponder");
        if (ponder instanceof ObjectNode node && node.remove("chain") != null) {
            node.put("chain_omitted", true);
        }
        return body;
    }

    private Decision.Settled tooLarge(Outcome outcome, String digest, Price price, Instant at) {
        Asked asked = outcome.asked();
        Asked bare = new Asked(
                asked.tenant(), asked.id(), asked.attempt(), asked.model(), asked.arrivedAt(), asked.explain(), null);
        Fault fault = Fault.of(
                FaultCode.VALUE_TOO_LARGE, "The answer is larger than a result may be; ask for a shorter one.");
        Outcome.Failed failed = new Outcome.Failed(
                Outcome.VERSION, bare, fault, outcome.usage(), outcome.timings(), outcome.pool(), null);
        return new Decision.Settled(
                failed, digest, price, Payload.of(Result.of(failed, price, at).body()), null, at, null);
    }
}
