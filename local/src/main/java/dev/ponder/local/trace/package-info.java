/** Spans that services wrote to files, gathered and drawn as a tree: a trace for people without a collector. */
@NullMarked
package dev.ponder.local.trace;

import org.jspecify.annotations.NullMarked;
