package dev.ponder.cache.keys;

import static java.util.Objects.requireNonNull;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.question.QuestionKey;

/** Who asks which question. */
public record AskedQuestion(TenantId tenant, QuestionKey key) {

    public AskedQuestion {
        requireNonNull(tenant, "tenant is null");
        requireNonNull(key, "key is null");
    }
}
