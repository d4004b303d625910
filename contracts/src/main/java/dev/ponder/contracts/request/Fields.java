package dev.ponder.contracts.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.contracts.fault.FaultCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes known fields out of a JSON object, each checked for its type; what is left over at the end is what we don't know. JSON
 * null counts as absent, as it does with OpenAI. Owned by one decoding.
 */
final class Fields {

    private final ObjectNode rest;
    private final String path;
    private final Faults faults;

    /**
     * Reads from a copy of {@code node}.
     *
     * @param path the object's own path with a dot behind it, or nothing for the body
     */
    Fields(ObjectNode node, String path, Faults faults) {
        this.rest = node.deepCopy();
        this.path = path;
        this.faults = faults;
    }

    Faults faults() {
        return faults;
    }

    String path(String name) {
        return path + name;
    }

    /** What has not been taken. */
    ObjectNode rest() {
        return rest;
    }

    /** Takes a field of any type; null where it is absent. */
    @Nullable
    JsonNode take(String name) {
        JsonNode node = rest.remove(name);
        return node == null || node.isNull() ? null : node;
    }

    Optional<String> text(String name) {
        JsonNode node = take(name);
        if (node != null && !node.isTextual()) {
            faults.wrongType(path(name), "a string");
            return Optional.empty();
        }
        return Optional.ofNullable(node).map(JsonNode::textValue);
    }

    boolean flag(String name, boolean otherwise) {
        JsonNode node = take(name);
        if (node != null && !node.isBoolean()) {
            faults.wrongType(path(name), "true or false");
            return otherwise;
        }
        return node == null ? otherwise : node.booleanValue();
    }

    /** A whole number in {@code min..max}; {@code otherwise} where it is absent or at fault. */
    int whole(String name, int min, int max, int otherwise) {
        JsonNode node = take(name);
        if (node == null) {
            return otherwise;
        }
        if (!node.isIntegralNumber()) {
            faults.wrongType(path(name), "a whole number");
            return otherwise;
        }
        if (!node.canConvertToInt() || node.intValue() < min || node.intValue() > max) {
            faults.outOfRange(path(name), "in " + min + ".." + max);
            return otherwise;
        }
        return node.intValue();
    }

    /** A number in {@code min..max}; {@code otherwise} where it is absent or at fault. */
    double number(String name, double min, double max, double otherwise) {
        JsonNode node = take(name);
        if (node == null) {
            return otherwise;
        }
        if (!node.isNumber()) {
            faults.wrongType(path(name), "a number");
            return otherwise;
        }
        double value = node.doubleValue();
        if (!(value >= min && value <= max)) {
            faults.outOfRange(path(name), "in " + min + ".." + max);
            return otherwise;
        }
        return value;
    }

    /** An inner object, empty where it is absent. */
    Fields object(String name) {
        JsonNode node = take(name);
        if (node instanceof ObjectNode object) {
            return new Fields(object, path(name) + ".", faults);
        }
        if (node != null) {
            faults.wrongType(path(name), "an object");
        }
        return new Fields(rest.objectNode(), path(name) + ".", faults);
    }

    /** Refuses a field that asks for what can't be done yet. */
    void refuse(String name, String fix) {
        JsonNode node = take(name);
        if (node != null && !(node.isContainerNode() && node.isEmpty())) {
            faults.unsupported(path(name), fix);
        }
    }

    /** Refuses an unset required field. */
    void missing(String name, String fix) {
        faults.add(FaultCode.MISSING_FIELD, path(name), path(name) + " is missing; " + fix + ".");
    }
}
