package dev.ponder.triton.client.text;

import dev.ponder.triton.client.jinja.JinjaException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as C's {@code strftime} writes them in English, of which templates use a few. Pure. */
final class Strftime {

    private static final Pattern PLACE = Pattern.compile("%(-?.)");

    private static final Map<String, String> PATTERNS = Map.ofEntries(
            Map.entry("Y", "yyyy"),
            Map.entry("y", "yy"),
            Map.entry("m", "MM"),
            Map.entry("-m", "M"),
            Map.entry("B", "MMMM"),
            Map.entry("b", "MMM"),
            Map.entry("d", "dd"),
            Map.entry("-d", "d"),
            Map.entry("j", "DDD"),
            Map.entry("A", "EEEE"),
            Map.entry("a", "EEE"),
            Map.entry("H", "HH"),
            Map.entry("I", "hh"),
            Map.entry("p", "a"),
            Map.entry("M", "mm"),
            Map.entry("S", "ss"),
            Map.entry("F", "yyyy-MM-dd"),
            Map.entry("T", "HH:mm:ss"));

    private Strftime() {}

    static String of(String format, LocalDateTime time) {
        return PLACE.matcher(format).replaceAll(place -> Matcher.quoteReplacement(one(place.group(1), time)));
    }

    private static String one(String directive, LocalDateTime time) {
        if (directive.equals("%")) {
            return "%";
        }
        String pattern = PATTERNS.get(directive);
        if (pattern == null) {
            throw new JinjaException("the date format '%" + directive + "' isn't known");
        }
        return time.format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
    }
}
