package dev.ponder.triton.client.jinja;

/** A template can't be read or rendered. The message names the construct, and the template's line where it is known. */
public class JinjaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what is wrong. */
    public JinjaException(String message) {
        super(message);
    }

    private JinjaException(int line, JinjaException cause) {
        super("line " + line + ": " + cause.getMessage(), cause);
    }

    /** The same, of a line; the innermost line that is named stays. */
    JinjaException at(int line) {
        return getCause() == null ? new JinjaException(line, this) : this;
    }
}
