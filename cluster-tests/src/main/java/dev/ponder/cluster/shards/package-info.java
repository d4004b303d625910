/** Model serving on a real API server. */
@NullMarked
package dev.ponder.cluster.shards;

import org.jspecify.annotations.NullMarked;
