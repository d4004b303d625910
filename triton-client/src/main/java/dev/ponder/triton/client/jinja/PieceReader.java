package dev.ponder.triton.client.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a source into pieces and trims white space at their edges, as jinja2 does. One template's. */
final class PieceReader {

    private static final Pattern OPEN = Pattern.compile("\\{([%#{])([-+]?)");
    private static final Pattern RAW = Pattern.compile("\\{%[-+]?\\s*raw\\s*(-?)%}");
    private static final Pattern END_RAW = Pattern.compile("\\{%([-+]?)\\s*endraw\\s*([-+]?)%}");
    private static final Pattern END_COMMENT = Pattern.compile("([-+]?)#}");

    private final String source;
    private final List<Piece> pieces = new ArrayList<>();
    private int at;
    private int counted;
    private int line = 1;

    PieceReader(String source) {
        String lines = source.replace("\r\n", "\n").replace('\r', '\n');
        this.source = lines.endsWith("\n") ? lines.substring(0, lines.length() - 1) : lines;
    }

    List<Piece> read() {
        Matcher open = OPEN.matcher(source);
        while (open.find(at)) {
            boolean trims = open.group(1).charAt(0) != '{';
            text(at, open.start(), open.group(2), trims);
            at = open.end();
            switch (open.group(1).charAt(0)) {
                case '#' -> comment();
                case '%' -> tag(open.start());
                default -> output();
            }
        }
        add(source.substring(at));
        return pieces;
    }

    /** Text up to a tag. A sign at the tag says what becomes of white space; without one, a tag that begins its line drops its indent. */
    private void text(int from, int to, String sign, boolean trims) {
        String text = source.substring(from, to);
        if (sign.equals("-")) {
            add(Blank.stripEnd(text));
            return;
        }
        int begins = text.lastIndexOf('\n') + 1;
        boolean beginsLine = begins > 0 || from == 0 || source.charAt(from - 1) == '\n';
        boolean drops = trims && sign.isEmpty() && beginsLine && Blank.all(text, begins);
        add(drops ? text.substring(0, begins) : text);
    }

    private void add(String text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece.Text(text));
        }
    }

    private void comment() {
        Matcher end = END_COMMENT.matcher(source);
        if (!end.find(at)) {
            throw new JinjaException("a comment isn't closed").at(lineOf(at));
        }
        at = afterBlock(end.end(), end.group(1));
    }

    private void output() {
        TokenReader reader = new TokenReader(source, at, lineOf(at), "}}");
        pieces.add(new Piece.Output(new Tokens(reader.read())));
        at = reader.sign().equals("-") ? Blank.skip(source, reader.end()) : reader.end();
    }

    private void tag(int start) {
        Matcher raw = RAW.matcher(source).region(start, source.length());
        if (raw.lookingAt()) {
            raw(raw.group(1).equals("-") ? Blank.skip(source, raw.end()) : raw.end());
            return;
        }
        TokenReader reader = new TokenReader(source, at, lineOf(at), "%}");
        pieces.add(new Piece.Tag(new Tokens(reader.read())));
        at = afterBlock(reader.end(), reader.sign());
    }

    private void raw(int from) {
        Matcher end = END_RAW.matcher(source);
        if (!end.find(from)) {
            throw new JinjaException("'raw' isn't ended by 'endraw'").at(lineOf(from));
        }
        text(from, end.start(), end.group(1), true);
        at = afterBlock(end.end(), end.group(2));
    }

    /** A block's own line end goes with it, unless a sign says otherwise. */
    private int afterBlock(int end, String sign) {
        return switch (sign) {
            case "-" -> Blank.skip(source, end);
            case "+" -> end;
            default -> source.startsWith("\n", end) ? end + 1 : end;
        };
    }

    /** Counts on from where it last counted to: a reader only goes forward. */
    private int lineOf(int position) {
        for (; counted < position; counted++) {
            line += source.charAt(counted) == '\n' ? 1 : 0;
        }
        return line;
    }
}
