/** What shards that do wrong cost: one of four at a time, each fault in turn. */
@NullMarked
package dev.ponder.bench.faults;

import org.jspecify.annotations.NullMarked;
