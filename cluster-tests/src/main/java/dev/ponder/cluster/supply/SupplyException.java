package dev.ponder.cluster.supply;

/** The cluster that was asked for can't be had. */
public final class SupplyException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Says what failed, for a person. */
    public SupplyException(String what) {
        super(what);
    }

    /** Says what failed and why. */
    public SupplyException(String what, Throwable why) {
        super(what + ": " + why.getMessage(), why);
    }
}
