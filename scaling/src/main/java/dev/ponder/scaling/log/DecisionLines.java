package dev.ponder.scaling.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;

/** Writes a decision as one line of JSON and reads it again: what comes back is equal to what went in. Any thread. */
public final class DecisionLines {

    private static final int VERSION = 1;
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private DecisionLines() {}

    /** The line, without its end. */
    public static String write(DecisionEntry entry) {
        ObjectNode line = MAPPER.createObjectNode();
        line.put("v", VERSION);
        line.put("pool", entry.pool());
        line.set("decided", DecisionJson.write(entry.decided()));
        line.set("seen", ObservationJson.write(entry.seen()));
        return line.toString();
    }

    /**
     * Reads a line.
     *
     * @throws UnreadableLineException if it is none of ours; the message says which field is wrong
     */
    public static DecisionEntry read(String line) throws UnreadableLineException {
        try {
            JsonNode tree = MAPPER.readTree(line);
            int version = Fields.whole(tree, "v");
            if (version != VERSION) {
                throw new UnreadableLineException("version " + version + " is not known, only " + VERSION);
            }
            return new DecisionEntry(
                    Fields.text(tree, "pool"),
                    ObservationJson.read(Fields.field(tree, "seen")),
                    DecisionJson.read(Fields.field(tree, "decided")));
        } catch (JsonProcessingException noJson) {
            throw new UnreadableLineException("no JSON", noJson);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new UnreadableLineException(String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
