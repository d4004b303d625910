/** What a tenant that asks far beyond its share costs the others. */
@NullMarked
package dev.ponder.bench.fairness;

import org.jspecify.annotations.NullMarked;
