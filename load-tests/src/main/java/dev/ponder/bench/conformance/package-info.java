/**
 * The same cases against our simulated shard and a real Triton server: each case drives a server over the wire and notes what it
 * saw. What a real server answers is recorded beside the code; where the simulated one differs, a table says why, or it counts.
 */
@NullMarked
package dev.ponder.bench.conformance;

import org.jspecify.annotations.NullMarked;
