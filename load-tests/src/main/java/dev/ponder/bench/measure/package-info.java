/** Exact percentiles, seeded arrivals and service times, and the ideal that nothing real can beat. */
@NullMarked
package dev.ponder.bench.measure;

import org.jspecify.annotations.NullMarked;
