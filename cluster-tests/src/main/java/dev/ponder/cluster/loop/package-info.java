/** Our own loop on a real API server: scale sub-resource, lease, conflicts, refusals, rights. */
@NullMarked
package dev.ponder.cluster.loop;

import org.jspecify.annotations.NullMarked;
