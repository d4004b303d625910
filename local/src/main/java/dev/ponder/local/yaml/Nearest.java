package dev.ponder.local.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds what somebody may have meant: the fewest letters to add, drop or change (Levenshtein). Pure. */
final class Nearest {

    private Nearest() {}

    static String to(String written, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(each -> distance(plain(written), plain(each))))
                .orElseThrow(() -> new IllegalArgumentException("known are none"));
    }

    /** Case, underscores and hyphens are what people mix up first. */
    private static String plain(String key) {
        return key.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
