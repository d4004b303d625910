/** Inference servers that a bench drives, each a process of its own: simulated shards, and a real Triton. */
@NullMarked
package dev.ponder.bench.server;

import org.jspecify.annotations.NullMarked;
