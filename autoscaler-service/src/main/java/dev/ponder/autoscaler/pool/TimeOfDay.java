package dev.ponder.autoscaler.pool;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.config.spi.Converter;

/** Reads a time of day, and says how one is written: the JDK only says that this is none. */
public final class TimeOfDay implements Converter<LocalTime> {

    private static final long serialVersionUID = 1L;

    @Override
    public LocalTime convert(String text) {
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException("write a time of day as 08:00, not " + text, wrong);
        }
    }
}
