package dev.ponder.bench.kills;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many requests are in flight, ten times a second from now to {@link #end}: whether faults hit a loaded house. Owns one thread, whose
 * samples are read when it has ended.
 */
final class Depth {

    private static final Duration EVERY = Duration.ofMillis(100);
    /** How many there must be for a fault to say something. */
    private static final int ENOUGH = 20;

    private final Load load;
    private final List<Sampled> samples = new ArrayList<>();
    private final Thread loop;
    private volatile boolean ends;

    private record Sampled(long nanos, int asked, int taken) {}

    private Depth(Load load) {
        this.load = load;
        this.loop = Thread.ofPlatform().name("depth").daemon().unstarted(this::run);
    }

    static Depth sample(Load load) {
        Depth depth = new Depth(load);
        depth.loop.start();
        return depth;
    }

    private void run() {
        try {
            while (!ends) {
                samples.add(new Sampled(System.nanoTime(), load.inFlight(), load.taken()));
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    void end() throws InterruptedException {
        ends = true;
        loop.join();
    }

    /** The fewest that were asked and not settled; those too that wait in their producer for the broker. */
    int least() {
        return shallowest().asked();
    }

    /** When that was, on the stopwatch. */
    long leastNanos() {
        return shallowest().nanos();
    }

    /** The fewest that the broker had taken and that were not settled. */
    int leastTaken() {
        return samples.stream().mapToInt(Sampled::taken).min().orElseThrow();
    }

    /** In which share of the time fewer were in flight than a fault needs. */
    double shortShare() {
        return samples.stream().filter(one -> one.asked() < ENOUGH).count() / (double) samples.size();
    }

    private Sampled shallowest() {
        return samples.stream().min(Comparator.comparingInt(Sampled::asked)).orElseThrow();
    }
}
