/** What the router decided about a request: class, path, pool, promised tokens. */
@NullMarked
package dev.ponder.contracts.plan;

import org.jspecify.annotations.NullMarked;
