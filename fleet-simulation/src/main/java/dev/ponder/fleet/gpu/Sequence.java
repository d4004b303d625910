package dev.ponder.fleet.gpu;

import dev.ponder.fleet.demand.SimulatedRequest;

/** A request on its way through the fleet, with the times that matter. The simulation's thread. */
public final class Sequence {

    private static final double NEVER = Double.POSITIVE_INFINITY;

    private final SimulatedRequest request;
    private int promptTokens;
    private double boundAt = NEVER;
    private double firstTokenAt = NEVER;
    private double endedAt = NEVER;
    private double finishMark;

    /** A request that waits. */
    public Sequence(SimulatedRequest request) {
        this.request = request;
        this.promptTokens = request.inputTokens();
    }

    /** What was asked. */
    public SimulatedRequest request() {
        return request;
    }

    int promptTokens() {
        return promptTokens;
    }

    double finishMark() {
        return finishMark;
    }

    void bound(double now, int uncachedTokens) {
        boundAt = now;
        promptTokens = uncachedTokens;
    }

    /** Its first token comes, or is about to, when its replica's mark is this. */
    void began(double at, double mark) {
        firstTokenAt = at;
        finishMark = mark + request.outputTokens() - 1;
    }

    /** How many of its tokens came before its replica's mark was this. */
    long generatedTokens(double mark) {
        return Math.max(0, (long) Math.floor(mark - finishMark) + request.outputTokens());
    }

    void ended(double now) {
        endedAt = now;
    }

    /** When it was given to a replica; infinite while it waits. */
    public double boundAt() {
        return boundAt;
    }

    /** From due to first token, in seconds; infinite where none came. */
    public double firstTokenSeconds() {
        return firstTokenAt - request.due();
    }

    /** When its last token came; infinite where it did not. */
    public double endedAt() {
        return endedAt;
    }

    /** Whether its last token came. */
    public boolean isEnded() {
        return endedAt < NEVER;
    }

    /** Mean time between its tokens, in seconds. */
    public double secondsPerToken() {
        return request.outputTokens() < 2 ? 0 : (endedAt - firstTokenAt) / (request.outputTokens() - 1);
    }
}
