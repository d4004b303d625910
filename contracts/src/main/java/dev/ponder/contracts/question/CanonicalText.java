package dev.ponder.contracts.question;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A text without the differences that never change a question: composed characters, full-width forms of ASCII, runs of white
 * space. Case, punctuation, digits and exponents stay: {@code x²} is not {@code x2}, which is why Unicode's compatibility
 * form (NFKC) is not used.
 */
public final class CanonicalText {

    private static final Pattern SPACE =
            Pattern.compile("[\\s\\u00A0\\u2000-\\u200B\\u2028\\u2029\\u202F\\u3000\\uFEFF]+");
    private static final char FULL_WIDTH_FIRST = '\uFF01';
    private static final char FULL_WIDTH_LAST = '\uFF5E';
    private static final int FULL_WIDTH_SHIFT = 0xFEE0;

    private CanonicalText() {}

    /** Makes the canonical form; making it again changes nothing. */
    public static String of(String text) {
        String narrow = narrow(Normalizer.normalize(text, Normalizer.Form.NFC));
        return SPACE.matcher(narrow).replaceAll(" ").strip();
    }

    private static String narrow(String text) {
        StringBuilder narrow = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            boolean wide = one >= FULL_WIDTH_FIRST && one <= FULL_WIDTH_LAST;
            narrow.append(wide ? (char) (one - FULL_WIDTH_SHIFT) : one);
        }
        return narrow.toString();
    }
}
