package dev.ponder.triton.client.jinja;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code "{} of {name}".format(a, name=b)} gives, without widths. Pure. */
final class BraceFormat {

    private static final Pattern PLACE = Pattern.compile("\\{\\{|}}|\\{(\\w*)}|[{}]");

    private BraceFormat() {}

    static Object of(String format, Arguments arguments) {
        int[] next = {0};
        String text = PLACE.matcher(format).replaceAll(place -> Matcher.quoteReplacement(one(place, arguments, next)));
        Budget.requireRoom(text.length());
        return text;
    }

    private static String one(MatchResult place, Arguments arguments, int[] next) {
        String name = place.group(1);
        if (name == null) {
            if (place.group().length() == 1) {
                throw new JinjaException("a format with more than names in its braces isn't known");
            }
            return place.group().substring(1);
        }
        boolean numbered = !name.isEmpty() && name.chars().allMatch(Character::isDigit);
        int at = name.isEmpty() ? next[0]++ : numbered ? Numbers.whole(name).intValue() : Integer.MAX_VALUE;
        return Printed.text(arguments.at(at, name.isEmpty() ? "format" : name));
    }
}
