/** Requests and streams by hand, below any client, and what came back as lines that can be compared. */
@NullMarked
package dev.ponder.bench.conformance.wire;

import org.jspecify.annotations.NullMarked;
