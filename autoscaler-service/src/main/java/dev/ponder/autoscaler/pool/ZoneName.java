package dev.ponder.autoscaler.pool;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.eclipse.microprofile.config.spi.Converter;

/** Reads a time zone; what the JDK throws where there is none would reach people without the key. */
public final class ZoneName implements Converter<ZoneId> {

    private static final long serialVersionUID = 1L;

    @Override
    public ZoneId convert(String text) {
        try {
            return ZoneId.of(text.strip());
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException("write a time zone as Europe/Berlin, not " + text, unknown);
        }
    }
}
