package dev.ponder.fleet.run;

/**
 * Replica-seconds of a run: what was paid, what of it was used, and why the rest was not. A sequence uses its slot's part of a replica,
 * from when it is bound to its last token. The causes do not overlap.
 *
 * @param paid all
 * @param used by sequences, at replicas that drain too
 * @param coldStart by replicas that did not take work yet
 * @param drain by the free slots of replicas that took none any more
 * @param holdDown by whole ready replicas beyond those that would have held all sequences that were there or waited, each token within
 *     its objective, and read all their prompts within that of the first token: kept for what may come, or because the bounds say so
 * @param headroom by the free slots of the other ready replicas
 */
public record Bill(double paid, double used, double coldStart, double drain, double holdDown, double headroom) {

    private static final double ROUNDING = 1e-6;

    public Bill {
        double causes = used + coldStart + drain + holdDown + headroom;
        if (!(Math.abs(paid - causes) <= ROUNDING * Math.max(1, paid))) {
            throw new IllegalArgumentException("a bill's parts are all of it: %s of %s".formatted(causes, paid));
        }
    }

    /** What was paid and not used. */
    public double idle() {
        return paid - used;
    }
}
