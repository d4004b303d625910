package dev.ponder.autoscaler.observation;

import java.time.Instant;
import java.util.List;

/**
 * How far a topic had come at moments before anybody watched it.
 *
 * @param moments rising, one at least
 * @param cameBefore for each, how many records had come before it
 */
record Past(List<Instant> moments, List<Long> cameBefore) {

    Past {
        moments = List.copyOf(moments);
        cameBefore = List.copyOf(cameBefore);
        if (moments.isEmpty() || moments.size() != cameBefore.size()) {
            throw new IllegalArgumentException("a count a moment: %d, %d".formatted(moments.size(), cameBefore.size()));
        }
    }
}
