/** How many open generations one reasoner process bears. */
@NullMarked
package dev.ponder.bench.streams;

import org.jspecify.annotations.NullMarked;
