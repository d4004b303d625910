package dev.ponder.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Whose work it is. Proven by the topic that a request came in on, never by a field.
 *
 * @param value lower-case letters, digits and inner dashes, at most 63 characters, so that it can end a topic name
 */
public record TenantId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    /** The tenant of the topic {@code reasoning.requests} itself. */
    public static final TenantId DEFAULT = new TenantId("default");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TenantId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("tenant is not of the form " + FORM + ": " + value);
        }
    }

    /** Says whether a text can be a tenant's name. */
    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
