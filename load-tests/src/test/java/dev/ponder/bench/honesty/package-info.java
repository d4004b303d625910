/** Tests of what both worlds are told and of how they are compared. */
@NullMarked
package dev.ponder.bench.honesty;

import org.jspecify.annotations.NullMarked;
