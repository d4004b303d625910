package dev.ponder.scaling.observation;

import static java.util.Objects.requireNonNull;

/**
 * What one class of requests asks of a pool.
 *
 * @param objective what it was promised
 * @param arrived since the observation before
 * @param ended since the observation before, with the tokens that it took in truth
 * @param layers where its work stands
 * @param firstTokenP90 90th percentile of the first-token times that ended since the observation before, in seconds; missing where none did
 */
public record ClassLoad(
        Objective objective, Reading<Work> arrived, Reading<Work> ended, Layers layers, Reading<Double> firstTokenP90) {

    public ClassLoad {
        requireNonNull(objective, "objective is null");
        requireNonNull(arrived, "arrived is null");
        requireNonNull(ended, "ended is null");
        requireNonNull(layers, "layers is null");
        requireNonNull(firstTokenP90, "firstTokenP90 is null");
    }
}
