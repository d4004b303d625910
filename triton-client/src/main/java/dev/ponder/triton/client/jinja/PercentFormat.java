package dev.ponder.triton.client.jinja;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code "%s of %d" % (a, b)} gives, without widths. Pure. */
final class PercentFormat {

    private static final Pattern PLACE = Pattern.compile("%(?:\\.(\\d{1,2}))?(.)");

    private PercentFormat() {}

    static String of(String format, Object values) {
        List<?> all = values instanceof Tuple tuple ? tuple : List.of(values);
        Iterator<?> left = all.iterator();
        String text = PLACE.matcher(format)
                .replaceAll(place -> Matcher.quoteReplacement(
                        place.group(2).equals("%") ? "%" : one(place.group(2), place.group(1), next(left))));
        if (left.hasNext()) {
            throw new JinjaException("more values than the format has places for");
        }
        Budget.requireRoom(text.length());
        return text;
    }

    private static Object next(Iterator<?> values) {
        if (!values.hasNext()) {
            throw new JinjaException("fewer values than the format has places for");
        }
        return values.next();
    }

    private static String one(String kind, @Nullable String digits, Object value) {
        return switch (kind) {
            case "s" -> Printed.text(value);
            case "r" -> Printed.literal(value);
            case "d", "i" -> Long.toString((long) Numbers.floating(value));
            case "f" ->
                String.format(Locale.ROOT, "%." + (digits == null ? "6" : digits) + "f", Numbers.floating(value));
            default -> throw new JinjaException("the format '%" + kind + "' isn't known");
        };
    }
}
