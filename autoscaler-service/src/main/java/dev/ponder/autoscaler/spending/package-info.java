/** What replicas cost, what of it was not used and why, and what the same load would cost otherwise; for meters alone. */
@NullMarked
package dev.ponder.autoscaler.spending;

import org.jspecify.annotations.NullMarked;
