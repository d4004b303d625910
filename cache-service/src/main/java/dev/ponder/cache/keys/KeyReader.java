package dev.ponder.cache.keys;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.question.QuestionKey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads question keys from the two wires that carry them: lookups and records. Stateless: any thread. */
public final class KeyReader {

    private static final Pattern SHA256_HEX = Pattern.compile("[0-9a-f]{64}");

    private KeyReader() {}

    /** Reads the fields {@code tenant} and {@code question_key} of a lookup. */
    public static Asked read(String tenant, String questionKey) {
        if (!TenantId.isValid(tenant)) {
            return new Asked.Malformed("tenant", "is not a tenant's name");
        }
        return key(questionKey)
                .<Asked>map(key -> new Asked.Understood(new AskedQuestion(new TenantId(tenant), key)))
                .orElseGet(() -> new Asked.Malformed("question_key", "is not 64 lower-case hex digits"));
    }

    /** Reads a record's key; empty if it is none. */
    public static Optional<QuestionKey> ofRecord(byte @Nullable [] key) {
        return key == null ? Optional.empty() : key(new String(key, StandardCharsets.US_ASCII));
    }

    private static Optional<QuestionKey> key(String text) {
        return SHA256_HEX.matcher(text).matches() ? Optional.of(new QuestionKey(text)) : Optional.empty();
    }
}
