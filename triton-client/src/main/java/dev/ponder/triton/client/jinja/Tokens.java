package dev.ponder.triton.client.jinja;

import java.util.List;

/** Reads a tag's tokens one after the other. One parser's. */
final class Tokens {

    private final List<Token> tokens;
    private int at;

    /** The tokens of one tag, the last one its end. */
    Tokens(List<Token> tokens) {
        this.tokens = List.copyOf(tokens);
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peekNext() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token next() {
        Token token = peek();
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    int line() {
        return peek().line();
    }

    boolean at(String word) {
        return peek().is(word);
    }

    boolean accept(String word) {
        boolean there = at(word);
        if (there) {
            next();
        }
        return there;
    }

    void expect(String word) {
        if (!accept(word)) {
            throw fault("'" + word + "' is missing before " + peek());
        }
    }

    String name() {
        if (peek().kind() != Token.Kind.NAME) {
            throw fault("a name is missing before " + peek());
        }
        return next().text();
    }

    void expectEnd() {
        if (peek().kind() != Token.Kind.END) {
            throw fault(peek() + " can't stand there");
        }
    }

    JinjaException fault(String message) {
        return new JinjaException(message).at(line());
    }
}
