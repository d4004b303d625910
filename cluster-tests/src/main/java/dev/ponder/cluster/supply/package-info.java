/** Where a cluster comes from: one that was given, or one that is built and started here. */
@NullMarked
package dev.ponder.cluster.supply;

import org.jspecify.annotations.NullMarked;
