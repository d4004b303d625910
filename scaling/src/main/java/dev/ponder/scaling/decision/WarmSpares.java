package dev.ponder.scaling.decision;

/**
 * So many replicas ready beyond what is busy: for pools whose first peak must not wait for a cold start, and which know better than
 * their past how large it will be.
 *
 * @param replicas kept ready and idle, 1 at least
 */
public record WarmSpares(int replicas) implements ScalingPolicy {

    /** What it is called in reasons and settings. */
    public static final String NAME = "warm-spares";

    public WarmSpares {
        if (replicas < 1) {
            throw new IllegalArgumentException("warm spares are counted from 1: " + replicas);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Proposal propose(Situation situation) {
        return new Proposal.AtLeast(
                situation.outlook().load() + replicas, "%d stand ready beyond what is busy".formatted(replicas));
    }
}
