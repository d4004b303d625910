package dev.ponder.autoscaler.pool;

import org.eclipse.microprofile.config.spi.Converter;

/** Reads true or false; what is neither would count as false to the standard converter, and a rule would be off by a slip of the pen. */
public final class TrueOrFalse implements Converter<Boolean> {

    private static final long serialVersionUID = 1L;

    @Override
    public Boolean convert(String text) {
        return switch (text.strip()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("write true or false, not " + text);
        };
    }
}
