package dev.ponder.workqueue.group;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often open records of a partition were delivered, as text beside its committed offset: a consumer group counts nothing itself, and a
 * process that dies takes its own count along. {@code 0=2,3=1} says that the committed offset came twice and the third after it once.
 */
final class DeliveryMarks {

    /** Below what a broker takes by default ({@code offset.metadata.max.bytes} 4096). */
    private static final int MOST_CHARS = 4_000;

    private static final Pattern MARK = Pattern.compile("(\\d{1,9})=(\\d{1,9})");

    private DeliveryMarks() {}

    /** The text of these counts by offset, none of them below {@code base}; the oldest ones, where there is no room for all. */
    static String write(long base, SortedMap<Long, Integer> counts) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<Long, Integer> count : counts.entrySet()) {
            String mark = (text.isEmpty() ? "" : ",") + (count.getKey() - base) + "=" + count.getValue();
            if (text.length() + mark.length() > MOST_CHARS) {
                break;
            }
            text.append(mark);
        }
        return text.toString();
    }

    /** The counts by offset that a text tells; what is not one of ours tells nothing. */
    static SortedMap<Long, Integer> read(long base, String text) {
        SortedMap<Long, Integer> counts = new TreeMap<>();
        for (String mark : text.split(",", -1)) {
            Matcher found = MARK.matcher(mark);
            if (found.matches()) {
                counts.put(base + Long.parseLong(found.group(1)), Integer.parseInt(found.group(2)));
            }
        }
        return counts;
    }
}
