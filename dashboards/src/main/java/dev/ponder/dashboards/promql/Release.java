package dev.ponder.dashboards.promql;

/**
 * Whose series a query looks at. Targets carry their release as a label, and every selector asks for one: what one release does not do, no
 * other's doing can hide.
 */
public final class Release {

    /** The label, of targets as of rules. */
    public static final String LABEL = "release";

    /** Stands for the one that is looked at: Grafana puts in its name, and so must whoever else asks. */
    public static final String CHOSEN = "$" + LABEL;

    /** Whose series rules look at, as they stand in files; the chart puts its own release in its place. */
    public static final String OF_RULES = "ponder";

    private Release() {}
}
