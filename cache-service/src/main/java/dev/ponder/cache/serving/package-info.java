/** gRPC's side: lookups as the wire has them, counted and traced. */
@NullMarked
package dev.ponder.cache.serving;

import org.jspecify.annotations.NullMarked;
