package dev.ponder.local.deadletters;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Where a record lies, written {@code topic-partition-offset}.
 *
 * @param topic the topic, which may hold dashes and digits itself
 */
record Place(String topic, int partition, long offset) {

    static final Comparator<Place> ORDER = Comparator.comparing(Place::topic)
            .thenComparingInt(Place::partition)
            .thenComparingLong(Place::offset);

    private static final Pattern FORM = Pattern.compile("(.+)-(\\d{1,9})-(\\d{1,18})");

    Place {
        requireNonNull(topic, "topic is null");
        if (partition < 0 || offset < 0) {
            throw new IllegalArgumentException("partition or offset is below 0: " + partition + ", " + offset);
        }
    }

    /** Reads what {@link #toString()} writes. */
    static Place parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "not of the form TOPIC-PARTITION-OFFSET, as ./ponder dead-letters list shows it: " + text);
        }
        return new Place(matcher.group(1), Integer.parseInt(matcher.group(2)), Long.parseLong(matcher.group(3)));
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "-" + offset;
    }

    /** For the command line. */
    static final class Converter implements ITypeConverter<Place> {

        @Override
        public Place convert(String text) {
            try {
                return parse(text);
            } catch (IllegalArgumentException wrong) {
                throw new TypeConversionException(wrong.getMessage());
            }
        }
    }
}
