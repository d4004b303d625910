/** A server's metrics page; what it does not say is unknown, never zero. */
@NullMarked
package dev.ponder.triton.client.metrics;

import org.jspecify.annotations.NullMarked;
