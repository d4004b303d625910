package dev.ponder.cluster.site;

import static java.util.Objects.requireNonNull;

/**
 * What a tool said and how it ended.
 *
 * @param command what was called, for messages
 * @param exit its exit code
 * @param out what it wrote
 * @param err what it complained about
 */
public record Said(String command, int exit, String out, String err) {

    public Said {
        requireNonNull(command, "command is null");
        requireNonNull(out, "out is null");
        requireNonNull(err, "err is null");
    }

    /** Whether it did as asked. */
    public boolean ok() {
        return exit == 0;
    }

    /** What it wrote, without space around; an error with its complaint where it did not do as asked. */
    public String orFail() {
        if (!ok()) {
            throw new AssertionError(command + " ended with " + exit + ": " + err.strip() + out.strip());
        }
        return out.strip();
    }

    /** What it complained about; an error where it did as asked although it should not. */
    public String refusal() {
        if (ok()) {
            throw new AssertionError(command + " was accepted: " + out.strip());
        }
        return (err + out).strip();
    }
}
