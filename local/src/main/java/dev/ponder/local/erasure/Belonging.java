package dev.ponder.local.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.topic.Topics;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Whose a record of a shared topic is. Pure. */
enum Belonging {
    /** The tenant's. */
    ITS,
    /** Another's, or nobody's any more. */
    NOT_ITS,
    /** It can't be read, so nobody can tell. */
    UNKNOWN;

    private static final String TENANT = "tenant";
    private static final String ASKED = "asked";

    /** Judges by what our own writers put there: outcomes name the tenant under {@code asked}, all else at the top. */
    static Belonging of(TenantId tenant, String topic, byte @Nullable [] value) {
        if (value == null) {
            return NOT_ITS;
        }
        try {
            JsonNode body = Json.mapper().readTree(value);
            boolean isOutcome = topic.equals(Topics.OUTCOMES) && body.has(ASKED);
            JsonNode named = (isOutcome ? body.path(ASKED) : body).path(TENANT);
            return named.isTextual() ? of(named.textValue().equals(tenant.value())) : UNKNOWN;
        } catch (IOException unreadable) {
            return UNKNOWN;
        }
    }

    static Belonging of(boolean its) {
        return its ? ITS : NOT_ITS;
    }
}
