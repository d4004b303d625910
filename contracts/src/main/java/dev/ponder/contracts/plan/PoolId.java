package dev.ponder.contracts.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A pool of alike shards: same model, same hardware, one price.
 *
 * @param value letters, digits and inner dashes, lower case, at most 63 characters
 */
public record PoolId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PoolId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("pool is not of the form " + FORM + ": " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
