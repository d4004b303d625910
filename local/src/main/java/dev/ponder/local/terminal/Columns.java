package dev.ponder.local.terminal;

/** Text in columns of a terminal, where Chinese takes two cells a character and a combining mark none. */
public final class Columns {

    private static final String CUT = "…";

    /** Wide and full-width blocks of UAX #11, first and last code point in turn; coarse, which is enough to line up. */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x2E80, 0x303E, 0x3041, 0x4DBF, 0x4E00, 0xA4CF, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE30, 0xFE6F,
        0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x1F300, 0x1F64F, 0x1F900, 0x1F9FF, 0x20000, 0x3FFFD
    };

    private Columns() {}

    /** Says how many cells a text takes. */
    public static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    /** Cuts a text, with an ellipsis, or pads it with spaces, so that it takes exactly {@code cells}. */
    public static String fit(String text, int cells) {
        int taken = width(text);
        return taken <= cells ? text + " ".repeat(cells - taken) : cut(text, cells);
    }

    private static String cut(String text, int cells) {
        StringBuilder kept = new StringBuilder();
        int taken = 0;
        for (int one : text.codePoints().toArray()) {
            if (taken + width(one) > cells - 1) {
                break;
            }
            kept.appendCodePoint(one);
            taken += width(one);
        }
        return kept + CUT + " ".repeat(cells - 1 - taken);
    }

    private static int width(int one) {
        int type = Character.getType(one);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        for (int i = 0; i < WIDE.length; i += 2) {
            if (one >= WIDE[i] && one <= WIDE[i + 1]) {
                return 2;
            }
        }
        return 1;
    }
}
