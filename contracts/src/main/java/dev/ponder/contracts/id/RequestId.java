package dev.ponder.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A request's name, unique within its tenant: the CloudEvents id, else {@code id} in the body, else where it lay in Kafka.
 *
 * @param value 1 to 200 characters, none of them a control character or half of a surrogate pair: UTF-8, by which ids become keys and
 *     digests, has no bytes for such a half and would make many ids one
 */
public record RequestId(@JsonValue String value) {

    /** The longest id that is taken; longer ones are refused, not cut, because a cut could make two alike. */
    public static final int MAX_LENGTH = 200;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RequestId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("request id has no character, more than " + MAX_LENGTH
                    + ", a control character, or an unpaired surrogate");
        }
    }

    /** Says whether a text can name a request. */
    public static boolean isValid(String value) {
        return !value.isEmpty()
                && value.length() <= MAX_LENGTH
                && value.codePoints().allMatch(RequestId::isNameable);
    }

    /** A surrogate that is a code point by itself lacks its other half. */
    private static boolean isNameable(int codePoint) {
        return !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.SURROGATE;
    }

    /** Names a request that brought no id by the place of its record, which no other request shares. */
    public static RequestId ofRecord(String topic, int partition, long offset) {
        return new RequestId(topic + "-" + partition + "-" + offset);
    }

    @Override
    public String toString() {
        return value;
    }
}
