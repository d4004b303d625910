package dev.ponder.triton.client.jinja;

/** Replaces and counts parts of texts, with a bound on what comes of it. Pure. */
final class Replacing {

    private Replacing() {}

    static String of(String text, String old, String by, int most) {
        if (old.isEmpty()) {
            throw new JinjaException("nothing can't be replaced");
        }
        long times = count(text, old);
        Budget.requireRoom(text.length() + times * (by.length() - old.length()));
        StringBuilder replaced = new StringBuilder();
        int from = 0;
        int found = text.indexOf(old);
        for (int done = 0; found >= 0 && done != most; done++) {
            replaced.append(text, from, found).append(by);
            from = found + old.length();
            found = text.indexOf(old, from);
        }
        return replaced.append(text, from, text.length()).toString();
    }

    static long count(String text, String part) {
        if (part.isEmpty()) {
            return Kinds.length(text) + 1;
        }
        long count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }
}
