package dev.ponder.local.deadletters;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A point in time as people write it: {@code 90m}, {@code 2h}, {@code 7d} ago, or an ISO instant.
 *
 * @param instant the point
 */
record Since(Instant instant) {

    private static final Pattern AGO = Pattern.compile("(\\d{1,6})([smhd])");

    static Since parse(String text, Clock clock) {
        Matcher matcher = AGO.matcher(text);
        if (matcher.matches()) {
            return new Since(clock.instant().minus(ago(Long.parseLong(matcher.group(1)), matcher.group(2))));
        }
        return new Since(Instant.parse(text));
    }

    private static Duration ago(long count, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    /** For the command line. */
    static final class Converter implements ITypeConverter<Since> {

        @Override
        public Since convert(String text) {
            try {
                return parse(text, Clock.systemUTC());
            } catch (DateTimeParseException neither) {
                throw new TypeConversionException(
                        "neither an age (90m, 2h, 7d) nor an instant (2026-02-01T12:00:00Z): " + text);
            }
        }
    }
}
