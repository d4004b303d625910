package dev.ponder.bench.server;

/** A server can't be had here; the message is a sentence for a person. */
public final class NoServerException extends Exception {

    private static final long serialVersionUID = 1;

    private final String sentence;

    NoServerException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** Why, for a person. */
    public String sentence() {
        return sentence;
    }
}
