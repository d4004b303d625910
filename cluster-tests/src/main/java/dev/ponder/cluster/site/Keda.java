package dev.ponder.cluster.site;

import static java.util.Objects.requireNonNull;

/**
 * A KEDA operator on the cluster, with its metrics adapter.
 *
 * @param host under which the operator reaches what listens on this machine
 */
public record Keda(String host) {

    public Keda {
        requireNonNull(host, "host is null");
    }

    /** Opens it at its first use; a check that needs one where there is none is skipped by what this throws. */
    @FunctionalInterface
    public interface Source {

        /** The operator, which serves. */
        Keda open();
    }
}
