/**
 * One trace from a producer to the result: the W3C context travels in Kafka headers ({@link dev.ponder.tracing.RecordTrace}),
 * and where there is no collector the spans land in a file that a person can read ({@link dev.ponder.tracing.SpanFile}).
 */
@NullMarked
package dev.ponder.tracing;

import org.jspecify.annotations.NullMarked;
