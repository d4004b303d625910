package dev.ponder.triton.client.jinja;

/**
 * A word between a tag's braces.
 *
 * @param text a string's own text, escapes resolved; else as it stands
 */
record Token(Kind kind, String text, int line) {

    enum Kind {
        NAME,
        STRING,
        INTEGER,
        FLOAT,
        OPERATOR,
        END
    }

    boolean is(String word) {
        return (kind == Kind.NAME || kind == Kind.OPERATOR) && text.equals(word);
    }

    @Override
    public String toString() {
        return kind == Kind.END ? "the tag's end" : "'" + text + "'";
    }
}
