package dev.ponder.triton.client.jinja;

/** The template called {@code raise_exception}: it refuses what it is given. The message is the template's own. */
public final class RaisedException extends JinjaException {

    private static final long serialVersionUID = 1L;

    RaisedException(String message) {
        super(message);
    }

    @Override
    JinjaException at(int line) {
        return this;
    }
}
