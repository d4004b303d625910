/** Waking a pool at rest: from a record's append to the push that KEDA hears. */
@NullMarked
package dev.ponder.bench.wake;

import org.jspecify.annotations.NullMarked;
