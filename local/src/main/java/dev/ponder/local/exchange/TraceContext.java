package dev.ponder.local.exchange;

import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span's place in a trace, after W3C Trace Context level 1.
 *
 * @param trace 32 hex digits
 * @param span 16 hex digits
 */
public record TraceContext(String trace, String span) {

    private static final Pattern HEADER = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");

    /** Begins a trace. */
    public static TraceContext begin(RandomGenerator random) {
        HexFormat hex = HexFormat.of();
        return new TraceContext(
                hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1),
                hex.toHexDigits(random.nextLong() | 1));
    }

    /** Reads a {@code traceparent}; empty where it is of another form. */
    public static Optional<TraceContext> parse(String traceparent) {
        Matcher matcher = HEADER.matcher(traceparent);
        return matcher.matches() ? Optional.of(new TraceContext(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** Writes the {@code traceparent} of a sampled trace. */
    public String traceparent() {
        return "00-" + trace + "-" + span + "-01";
    }
}
