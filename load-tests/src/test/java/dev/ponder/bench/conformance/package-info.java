/** The conformance cases against servers that are started for them. */
@NullMarked
package dev.ponder.bench.conformance;

import org.jspecify.annotations.NullMarked;
