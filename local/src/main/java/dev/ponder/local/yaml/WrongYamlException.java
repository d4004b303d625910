package dev.ponder.local.yaml;

import java.io.IOException;

/** A file does not hold what it should. The message is for people: it names file, line and key, and what to write there instead. */
public final class WrongYamlException extends IOException {

    private static final long serialVersionUID = 1L;

    WrongYamlException(String message) {
        super(message);
    }

    WrongYamlException(String message, Exception why) {
        super(message, why);
    }
}
