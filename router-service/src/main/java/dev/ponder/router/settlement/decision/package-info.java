/**
 * Settlement's decisions, pure: which outcome of a request counts, what it costs, what is learned from it. Knows neither Kafka
 * nor threads; {@link dev.ponder.router.settlement.relay} carries the decisions out.
 */
@NullMarked
package dev.ponder.router.settlement.decision;

import org.jspecify.annotations.NullMarked;
