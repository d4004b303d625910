/**
 * What the chain adds to a direct call, beside what a bare relay over the same topics adds: the relay reads, calls and writes
 * with the same acknowledgements and transactions, and does nothing else.
 */
@NullMarked
package dev.ponder.bench.overhead;

import org.jspecify.annotations.NullMarked;
