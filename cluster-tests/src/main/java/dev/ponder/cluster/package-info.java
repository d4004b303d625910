/**
 * Checks on a real Kubernetes API server with real controllers and a real KEDA operator; nodes may be simulated.
 *
 * <p>{@code run} finds the checks and tells of them, {@code supply} finds or makes the cluster, {@code site} is what a check stands on. A
 * package of checks is a {@link dev.ponder.cluster.run.Group}; a check is a JUnit test whose name is a sentence, in a class marked
 * {@link dev.ponder.cluster.site.OnCluster}.
 */
@NullMarked
package dev.ponder.cluster;

import org.jspecify.annotations.NullMarked;
