package dev.ponder.scaling.forecast;

import static java.util.Objects.requireNonNull;

import dev.ponder.scaling.capacity.Flow;

/**
 * What is asked of a pool and what will be, in replicas that it keeps busy.
 *
 * @param flow what arrives, steadily
 * @param load what that takes, or what runs if that is more, and what waits if those that are there can't work it off; as far as it lasts
 * @param present the same and all that waits, however soon it is over
 * @param sure what the flow takes at the least, as far as chance allows to say
 * @param rise that a cold start is likely to see
 * @param level that would have been enough for what came and went lately
 */
public record Outlook(Flow flow, double load, double present, double sure, double rise, double level) {

    /** What waits takes one replica at least, however soon it is over. */
    static final double SOMETHING = Double.MIN_VALUE;

    /** A load over whole replicas by this much is borne by those that are there: their slots are not all full at once. */
    private static final double BORNE = 0.3;

    /** Replicas that bear a load. */
    static double whole(double load) {
        return Math.ceil(Math.max(0, load - BORNE));
    }

    public Outlook {
        requireNonNull(flow, "flow is null");
        if (!(load >= 0 && present >= 0 && sure >= 0 && rise >= 0 && level >= 0)) {
            throw new IllegalArgumentException(
                    "loads are not negative: %s, %s, %s, %s, %s".formatted(load, present, sure, rise, level));
        }
    }

    /** Replicas that have work now: none of them goes, however soon it is over. */
    public int inUse() {
        return (int) whole(present);
    }

    /** What will be kept busy; what is kept ready beyond it for spikes stands free between them. */
    public double occupied() {
        return Math.max(load, sure + rise);
    }

    /**
     * The load to be ready for; above 0 where there is any. What is foreseen starts from what is sure, so that a chance peak is not taken
     * for a beginning.
     */
    public double ahead() {
        double borne = load > 0 ? Math.max(load - BORNE, SOMETHING) : 0;
        return Math.max(Math.max(borne, sure + rise), level);
    }
}
