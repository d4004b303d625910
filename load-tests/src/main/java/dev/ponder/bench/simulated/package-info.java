/** The chain under a virtual clock, seed after seed. */
@NullMarked
package dev.ponder.bench.simulated;

import org.jspecify.annotations.NullMarked;
