package dev.ponder.local.plot;

import static java.util.Objects.requireNonNull;

/**
 * An axis of a plot.
 *
 * @param label what it counts, and in what
 * @param scale where values lie
 */
public record Axis(String label, Scale scale) {

    public Axis {
        requireNonNull(label, "label is null");
        requireNonNull(scale, "scale is null");
    }
}
