/** What a check stands on: the cluster, a namespace of its own, and the tools that speak with it. */
@NullMarked
package dev.ponder.cluster.site;

import org.jspecify.annotations.NullMarked;
