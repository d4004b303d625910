package dev.ponder.cluster.supply;

/** There is no cluster and none can be made: nothing is wrong, but nothing can be checked. */
public final class NoClusterException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Says why, for a person. */
    public NoClusterException(String why) {
        super(why);
    }
}
