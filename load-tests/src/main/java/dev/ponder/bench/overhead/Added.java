package dev.ponder.bench.overhead;

import dev.ponder.bench.measure.Sample;

/**
 * What a way added to the direct call, in milliseconds, each prompt's own difference.
 *
 * @param result until the committed result was read
 * @param firstChunk until the first chunk was read
 */
record Added(Sample result, Sample firstChunk) {

    private static final double P99 = 0.99;

    double p99Over(Added other) {
        return result.percentile(P99) / other.result.percentile(P99);
    }

    double firstChunkP99Over(Added other) {
        return firstChunk.percentile(P99) / other.firstChunk.percentile(P99);
    }
}
