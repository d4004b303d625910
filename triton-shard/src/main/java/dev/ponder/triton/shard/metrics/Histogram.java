package dev.ponder.triton.shard.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Counts values up to bounds, as Prometheus means a histogram. Any thread. */
final class Histogram {

    private final long[] bounds;
    private final List<LongAdder> counts;
    private final LongAdder sum = new LongAdder();

    /** Makes one with these bounds, in order; what is above the last is counted too. */
    Histogram(long... bounds) {
        this.bounds = bounds.clone();
        this.counts = Stream.generate(LongAdder::new).limit(bounds.length + 1L).toList();
    }

    void observe(long value) {
        int at = Arrays.binarySearch(bounds, value);
        counts.get(at < 0 ? -at - 1 : at).increment();
        sum.add(value);
    }

    /** How many were at most each bound, and how many there are. */
    List<Bucket> buckets() {
        long[] upTo = new long[1];
        return IntStream.range(0, counts.size())
                .mapToObj(i -> {
                    upTo[0] += counts.get(i).sum();
                    return new Bucket(i < bounds.length ? Long.toString(bounds[i]) : "+Inf", upTo[0]);
                })
                .toList();
    }

    long sum() {
        return sum.sum();
    }

    /**
     * A bucket.
     *
     * @param bound the greatest value in it, {@code +Inf} in the last
     * @param count how many values are at most that
     */
    record Bucket(String bound, long count) {}
}
