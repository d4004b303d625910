package dev.ponder.cache;

import dev.ponder.contracts.chain.Chain;
import dev.ponder.contracts.chain.ChainStep;
import dev.ponder.contracts.chain.LearnedChain;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.question.QuestionKey;
import dev.ponder.contracts.request.ChatMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Questions and learned chains to test with. */
public final class Chains {

    /** When all of them were learned. */
    public static final Instant LEARNED_AT = Instant.parse("2026-11-01T10:00:00Z");

    /** Two tenants. */
    public static final TenantId ALICE = new TenantId("alice");

    public static final TenantId BOB = new TenantId("bob");

    private static final String MODEL = "k2-think";
    private static final int STEPS = 8;

    private Chains() {}

    /** The key of a question as the router makes it. */
    public static QuestionKey key(TenantId tenant, String question) {
        return QuestionKey.of(tenant, MODEL, STEPS, List.of(new ChatMessage("user", question)));
    }

    /** A chain as settlement writes it. */
    public static String json(TenantId tenant, QuestionKey key, String answer) {
        Chain chain = new Chain(List.of(new ChainStep("think", 3)), answer, answer);
        return new String(
                Json.write(new LearnedChain(
                        LearnedChain.VERSION,
                        key.value(),
                        tenant,
                        MODEL,
                        chain,
                        12,
                        new RequestId("r-1"),
                        LEARNED_AT,
                        Map.of())),
                StandardCharsets.UTF_8);
    }
}
