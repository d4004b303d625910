/** How long a service takes from exec to readiness. */
@NullMarked
package dev.ponder.bench.start;

import org.jspecify.annotations.NullMarked;
