/**
 * Requests as they once arrived, read from files: what simulations replay and prices are reckoned over.
 * {@link dev.ponder.scaling.trace.TraceFile} reads a {@link dev.ponder.scaling.trace.Trace} line by line; a file that holds rates
 * instead of requests has its arrivals drawn as a {@link dev.ponder.scaling.trace.Drawing} says.
 */
@NullMarked
package dev.ponder.scaling.trace;

import org.jspecify.annotations.NullMarked;
