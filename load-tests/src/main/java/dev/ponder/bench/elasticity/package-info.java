/** What scaling laws attain and cost, over the same arrivals, in a simulated fleet; and what the simulation itself takes. */
@NullMarked
package dev.ponder.bench.elasticity;

import org.jspecify.annotations.NullMarked;
