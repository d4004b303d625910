/** The cases, by what they are about. */
@NullMarked
package dev.ponder.bench.conformance.cases;

import org.jspecify.annotations.NullMarked;
