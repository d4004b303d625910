package dev.ponder.scaling.forecast;

import java.time.Duration;

/**
 * How a pool's demand is foreseen.
 *
 * @param remembers how far back it looks
 * @param risesFade after this time a rise counts half as much
 * @param riseShare share of moments whose rise within a cold start is provided for: more is safer and dearer
 * @param spikesFade after this time what came and went counts half as much
 * @param spikeShare share of requests that are to be in time though they come in spikes too short to be followed: more is safer and dearer
 */
public record ForecastSettings(
        Duration remembers, Duration risesFade, double riseShare, Duration spikesFade, double spikeShare) {

    public ForecastSettings {
        if (!(remembers.isPositive() && risesFade.isPositive() && spikesFade.isPositive())) {
            throw new IllegalArgumentException(
                    "memory has a length: %s, %s, %s".formatted(remembers, risesFade, spikesFade));
        }
        if (!(riseShare > 0 && riseShare <= 1 && spikeShare > 0 && spikeShare <= 1)) {
            throw new IllegalArgumentException("shares are within 0 and 1: %s, %s".formatted(riseShare, spikeShare));
        }
    }

    /** What ships. Found on development traces; a pool whose load repeats more slowly wants a longer memory. */
    public static ForecastSettings standard() {
        return remembering(Duration.ofMinutes(30));
    }

    /** The same with another memory: a shorter one lets a pool sleep sooner and meets the next spike less well. */
    public static ForecastSettings remembering(Duration memory) {
        return new ForecastSettings(memory, Duration.ofMinutes(5), 0.9, memory, 0.9);
    }
}
