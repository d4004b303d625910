package dev.ponder.local.plot;

import dev.ponder.local.terminal.SafeText;

/** Text from elsewhere as a page may hold it, between tags and in quoted attributes alike. */
public final class Markup {

    private Markup() {}

    /** Escapes what markup would read as its own; control characters, which no page may hold, become U+FFFD. */
    public static String text(String text) {
        return SafeText.line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
