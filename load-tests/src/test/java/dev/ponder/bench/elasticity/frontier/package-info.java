/** Tests of the frontier. */
@NullMarked
package dev.ponder.bench.elasticity.frontier;

import org.jspecify.annotations.NullMarked;
