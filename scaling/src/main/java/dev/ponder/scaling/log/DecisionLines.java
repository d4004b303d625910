package dev.ponder.scaling.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Writes a decision, or the law that decides from here on, as one line of JSON and reads it again: what comes back is equal to what
 * went in. Any thread.
 */
public final class DecisionLines {

    private static final int VERSION = 1;
    private static final String POOL = "pool";
    private static final String LAW = "law";
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private DecisionLines() {}

    /** The line, without its end. */
    public static String write(LogEntry entry) {
        ObjectNode line = MAPPER.createObjectNode();
        line.put("v", VERSION);
        line.put(POOL, entry.pool());
        switch (entry) {
            case DecisionEntry one -> {
                line.set("decided", DecisionJson.write(one.decided()));
                line.set("seen", ObservationJson.write(one.seen()));
            }
            case LawEntry one -> line.set(LAW, LawJson.write(one));
        }
        return line.toString();
    }

    /**
     * Reads a line.
     *
     * @throws UnreadableLineException if it is none of ours; the message says which field is wrong
     */
    public static LogEntry read(String line) throws UnreadableLineException {
        JsonNode tree = tree(line);
        try {
            int version = Fields.whole(tree, "v");
            if (version != VERSION) {
                throw new WrongFieldException("v", "version " + version + " is not known, only " + VERSION);
            }
            return entry(tree, Fields.text(tree, POOL));
        } catch (WrongFieldException wrong) {
            throw new UnreadableLineException(String.valueOf(wrong.getMessage()), lawOf(tree));
        }
    }

    private static JsonNode tree(String line) throws UnreadableLineException {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException noJson) {
            throw new UnreadableLineException(noJson);
        }
    }

    private static LogEntry entry(JsonNode tree, String pool) {
        return tree.has(LAW)
                ? Fields.read(tree, LAW, law -> LawJson.read(pool, law))
                : new DecisionEntry(
                        pool,
                        Fields.read(tree, "seen", ObservationJson::read),
                        Fields.read(tree, "decided", DecisionJson::read));
    }

    private static @Nullable String lawOf(JsonNode tree) {
        return tree.has(LAW) ? tree.path(POOL).textValue() : null;
    }
}
