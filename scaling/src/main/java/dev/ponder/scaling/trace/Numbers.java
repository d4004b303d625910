package dev.ponder.scaling.trace;

import java.time.Duration;

/** Reads a field's number at a place, or says what should stand there. Pure. */
final class Numbers {

    /** A century: what is later is no time of a trace but some other number. */
    private static final double LATEST_SECONDS = 100 * 365.25 * 86_400;

    private static final double NANOS_PER_SECOND = 1e9;

    private Numbers() {}

    static Duration time(Place place, String field, String text, double secondsPerUnit)
            throws UnreadableTraceException {
        double seconds = number(place, field, text) * secondsPerUnit;
        if (!(seconds >= 0 && seconds <= LATEST_SECONDS)) {
            throw place.wrong(field, text, "write a time from 0 to a century");
        }
        return Duration.ofNanos(Math.round(seconds * NANOS_PER_SECOND));
    }

    static int tokens(Place place, String field, String text) throws UnreadableTraceException {
        try {
            int tokens = Integer.parseInt(text.strip());
            if (tokens >= 1) {
                return tokens;
            }
        } catch (NumberFormatException _) {
            // Said below, as for a number out of range.
        }
        throw place.wrong(field, quoted(text), "write a whole number of tokens, 1 or more");
    }

    static double number(Place place, String field, String text) throws UnreadableTraceException {
        try {
            double number = Double.parseDouble(text.strip());
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Said below, as for what is not finite.
        }
        throw place.wrong(field, quoted(text), "write a number");
    }

    private static String quoted(String text) {
        return text.isBlank() ? "empty" : "\"" + text.strip() + "\"";
    }
}
