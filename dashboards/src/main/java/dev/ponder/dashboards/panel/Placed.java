package dev.ponder.dashboards.panel;

import static java.util.Objects.requireNonNull;

/** A panel, and where it stands. */
public record Placed(Panel panel, Place place) {

    public Placed {
        requireNonNull(panel, "panel is null");
        requireNonNull(place, "place is null");
    }
}
