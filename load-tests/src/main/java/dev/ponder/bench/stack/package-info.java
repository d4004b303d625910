/** The house under test, as processes, and what benches say to it. */
@NullMarked
package dev.ponder.bench.stack;

import org.jspecify.annotations.NullMarked;
