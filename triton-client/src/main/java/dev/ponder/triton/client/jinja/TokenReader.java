package dev.ponder.triton.client.jinja;

import dev.ponder.triton.client.jinja.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the tokens of one tag, up to the braces that close it and no others. One tag's. */
final class TokenReader {

    private static final Pattern FLOAT = Pattern.compile("\\d[\\d_]*(?:\\.\\d[\\d_]*(?:[eE][+-]?\\d+)?|[eE][+-]?\\d+)");
    private static final Pattern INTEGER = Pattern.compile("\\d[\\d_]*");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Pattern OPERATOR = Pattern.compile("//|\\*\\*|==|!=|<=|>=|[-+*/%~|.,:()\\[\\]{}<>=]");

    private final String source;
    private final String close;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line;
    private int open;
    private String sign = "";

    /** Reads from a place on a line, up to two closing characters. */
    TokenReader(String source, int from, int line, String close) {
        this.source = source;
        this.at = from;
        this.line = line;
        this.close = close;
    }

    List<Token> read() {
        skipBlank();
        while (!closes()) {
            if (at >= source.length()) {
                throw new JinjaException("a tag isn't closed by '" + close + "'").at(line);
            }
            tokens.add(token());
            skipBlank();
        }
        tokens.add(new Token(Kind.END, "", line));
        return tokens;
    }

    /** Where the text after the tag begins. */
    int end() {
        return at + sign.length() + close.length();
    }

    /** The sign before the closing braces, or nothing. */
    String sign() {
        return sign;
    }

    private boolean closes() {
        if (open > 0 || at >= source.length()) {
            return false;
        }
        boolean signed = source.charAt(at) == '-' || (source.charAt(at) == '+' && close.charAt(0) == '%');
        if (signed && source.startsWith(close, at + 1)) {
            sign = source.substring(at, at + 1);
            return true;
        }
        return source.startsWith(close, at);
    }

    private void skipBlank() {
        int to = Blank.skip(source, at);
        countLines(to);
    }

    private void countLines(int to) {
        for (; at < to; at++) {
            line += source.charAt(at) == '\n' ? 1 : 0;
        }
    }

    private Token token() {
        char first = source.charAt(at);
        if (first == '\'' || first == '"') {
            return string(first);
        }
        for (Kind kind : List.of(Kind.FLOAT, Kind.INTEGER, Kind.NAME, Kind.OPERATOR)) {
            Matcher matcher = pattern(kind).matcher(source).region(at, source.length());
            if (matcher.lookingAt()) {
                at = matcher.end();
                return new Token(kind, text(kind, matcher.group()), line);
            }
        }
        throw new JinjaException("'" + Character.toString(source.codePointAt(at)) + "' can't stand in a tag").at(line);
    }

    private Token string(char quote) {
        int began = line;
        int from = at + 1;
        int end = from;
        while (end < source.length() && source.charAt(end) != quote) {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= source.length()) {
            throw new JinjaException("a text isn't closed by " + quote).at(began);
        }
        countLines(end + 1);
        return new Token(Kind.STRING, Escapes.resolved(source.substring(from, end)), began);
    }

    private static Pattern pattern(Kind kind) {
        return switch (kind) {
            case FLOAT -> FLOAT;
            case INTEGER -> INTEGER;
            case NAME -> NAME;
            case STRING, OPERATOR, END -> OPERATOR;
        };
    }

    private String text(Kind kind, String text) {
        switch (text) {
            case "(", "[", "{" -> open++;
            case ")", "]", "}" -> open--;
            default -> {}
        }
        return switch (kind) {
            case INTEGER, FLOAT -> text.replace("_", "");
            case STRING, NAME, OPERATOR, END -> text;
        };
    }
}
