/** Traces of the services in a real OpenTelemetry Collector, where one can be had. */
@NullMarked
package dev.ponder.it.traces;

import org.jspecify.annotations.NullMarked;
