package dev.ponder.scaling.forecast;

import dev.ponder.scaling.observation.Work;

/**
 * What arrived of a class in a slice and has not begun, evenly over the slice but for clumps. The rerun's thread.
 */
final class Lot {

    private static final int SAMPLES = 4;

    private final double until;
    private final double promptTokens;
    private final double outputTokens;
    private final double clumpTokens;
    private double from;
    private double requests;

    /**
     * Arrives.
     *
     * @param from when the first of it came, in seconds
     * @param until when the last did
     * @param work what it is, more than no requests
     * @param clumpTokens prompt tokens that come at a blow: each waits for a part of them besides what was there before
     */
    Lot(double from, double until, Work work, double clumpTokens) {
        this.from = from;
        this.until = until;
        this.requests = work.requests();
        this.promptTokens = Math.max(1, work.inputTokens() / work.requests());
        this.outputTokens = work.outputTokens() / work.requests();
        this.clumpTokens = clumpTokens;
    }

    double from() {
        return from;
    }

    double requests() {
        return requests;
    }

    double promptTokens() {
        return promptTokens;
    }

    double outputTokens() {
        return outputTokens;
    }

    /**
     * Begins with so many of it, those that came first.
     *
     * @param begin when the first of them begins
     * @param end when the last is read
     * @param tokensPerSecond at which all replicas read
     * @param limit seconds that a first token may take
     * @return how many of them are late
     */
    double begin(double count, double begin, double end, double tokensPerSecond, double limit) {
        double last = from + (until - from) * count / requests;
        double first = Math.max(0, begin - from);
        double wait = Math.max(0, end - last);
        double late = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double clump = clumpTokens / tokensPerSecond * (2 * i + 1) / (2 * SAMPLES);
            late += shareAbove(first + clump, wait + clump, limit) / SAMPLES;
        }
        from = last;
        requests -= count;
        return late * count;
    }

    /** The share of a straight way from one to the other that is above the limit. */
    private static double shareAbove(double one, double other, double limit) {
        double low = Math.min(one, other);
        double high = Math.max(one, other);
        if (high <= limit) {
            return 0;
        }
        return low > limit ? 1 : (high - limit) / (high - low);
    }
}
