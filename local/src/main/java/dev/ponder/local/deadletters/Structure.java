package dev.ponder.local.deadletters;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.ponder.contracts.json.Json;
import dev.ponder.local.terminal.Excerpt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows what a JSON value is made of and nothing that it says: names of fields, types, lengths. Reads as a stream and stops at
 * a bound, since a value of ten megabytes may be ten million brackets. Not safe for threads.
 */
final class Structure {

    private static final int MOST_LINES = 200;
    private static final int LONGEST_NAME = 60;
    private static final String STEP = "  ";

    private final List<String> lines = new ArrayList<>();
    private int depth;
    private String name = "";

    private Structure() {}

    /** The lines; the last one says where the value stops to be JSON, or that there is more. */
    static List<String> of(byte[] value) {
        Structure structure = new Structure();
        try (JsonParser parser = Json.mapper().createParser(value)) {
            structure.read(parser);
        } catch (JsonProcessingException broken) {
            structure.line("(no JSON from " + place(broken.getLocation()) + " on)");
        } catch (IOException unreadable) {
            structure.line("(no JSON: not one of its encodings)");
        }
        return List.copyOf(structure.lines);
    }

    private static String place(JsonLocation location) {
        return "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private void read(JsonParser parser) throws IOException {
        JsonToken token = parser.nextToken();
        while (token != null && lines.size() < MOST_LINES) {
            take(parser, token);
            token = parser.nextToken();
        }
        if (token != null) {
            line("(and more)");
        }
    }

    private void take(JsonParser parser, JsonToken token) throws IOException {
        switch (token) {
            case FIELD_NAME -> name = Excerpt.of(parser.currentName(), LONGEST_NAME) + ": ";
            case START_OBJECT, START_ARRAY -> {
                line(token.asString());
                depth++;
            }
            case END_OBJECT, END_ARRAY -> {
                depth--;
                line(token.asString());
            }
            case VALUE_STRING -> line("<text of " + parser.getTextLength() + " characters>");
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> line("<number>");
            case VALUE_TRUE, VALUE_FALSE -> line("<true or false>");
            case VALUE_NULL -> line("null");
            case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> line("<something else>");
        }
    }

    private void line(String what) {
        lines.add(STEP.repeat(Math.max(0, depth)) + name + what);
        name = "";
    }
}
