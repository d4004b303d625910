package dev.ponder.triton.shard.brain.symbolic;

import java.text.Normalizer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings the many ways in which people write formulas to one. Pure. */
final class PlainMath {

    private static final Pattern FRACTION = Pattern.compile("\\\\[dt]?frac\\s*\\{([^{}]*)}\\s*\\{([^{}]*)}");
    private static final Pattern ROOT = Pattern.compile("\\\\sqrt\\s*\\{([^{}]*)}");
    private static final Pattern BRACED_POWER = Pattern.compile("\\^\\s*\\{([^{}]*)}");
    private static final Pattern COMMAND = Pattern.compile("\\\\(sin|cos|tan|ln|log|exp|pi|lim|int|infty)\\b");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3}(?!\\d))");
    private static final Pattern SUPERSCRIPT = Pattern.compile("[²³⁴]");

    private PlainMath() {}

    static String of(String question) {
        String text = SUPERSCRIPT.matcher(question).replaceAll(PlainMath::power);
        text = Normalizer.normalize(text, Normalizer.Form.NFKC).replace("$", " ");
        text = innermostFirst(text);
        text = COMMAND.matcher(text).replaceAll(" $1");
        text = text.replace("\\left", "")
                .replace("\\right", "")
                .replace("\\cdot", "*")
                .replace("\\times", "*");
        text = text.replace("\\div", "/")
                .replace("\\to", "->")
                .replace("→", "->")
                .replace("\\,", " ");
        text = text.replace('×', '*')
                .replace('·', '*')
                .replace('÷', '/')
                .replace('−', '-')
                .replace('–', '-');
        text = text.replace("infty", "oo")
                .replace("infinity", "oo")
                .replace("∞", "oo")
                .replace("π", "pi");
        return THOUSANDS.matcher(text).replaceAll("").replaceAll("\\s+", " ").strip();
    }

    private static String power(MatchResult match) {
        return "^" + ("²³⁴".indexOf(match.group()) + 2);
    }

    private static String innermostFirst(String text) {
        String before;
        String after = text;
        do {
            before = after;
            Matcher fraction = FRACTION.matcher(before);
            after = fraction.replaceAll("(($1)/($2))");
            after = ROOT.matcher(after).replaceAll("sqrt($1)");
            after = BRACED_POWER.matcher(after).replaceAll("^($1)");
        } while (!after.equals(before));
        return after;
    }

    /** The algebra system's notation of a formula: its names, its product signs. */
    static String formula(String plain) {
        String text = plain.strip().replaceAll("[?？.。,，;；:：]+$", "").strip();
        text = text.replaceAll("(\\d+(?:\\.\\d+)?)\\s*%", "($1/100)");
        text = text.replaceAll("\\bln\\s*\\(", "Log(").replaceAll("\\bln\\s+([a-z])\\b", "Log($1)");
        text = text.replaceAll("\\b(sin|cos|tan)\\s+([a-z])\\b", "$1($2)");
        text = text.replaceAll("\\be\\^", "E^").replaceAll("\\bpi\\b", "Pi").replaceAll("\\boo\\b", "Infinity");
        text = text.replaceAll("\\bexp\\(", "Exp(").replaceAll("\\bsqrt\\(", "Sqrt(");
        return text.replaceAll("(\\d)\\s*([a-zA-Z(])", "$1*$2").replaceAll("\\)\\s*([a-zA-Z0-9(])", ")*$1");
    }
}
