package dev.ponder.contracts.json;

import com.fasterxml.jackson.core.JsonProcessingException;

/** A value is not the wire record that it should be. The message names type and place, never content. */
public final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableException(Class<?> type, Exception why) {
        super("not a readable " + type.getSimpleName() + place(why));
    }

    private static String place(Exception why) {
        if (why instanceof JsonProcessingException json && json.getLocation() != null) {
            return ": line " + json.getLocation().getLineNr() + ", column "
                    + json.getLocation().getColumnNr();
        }
        return "";
    }
}
