/** Runs the checks one after the other, says a line about each, and writes the figures. */
@NullMarked
package dev.ponder.cluster.run;

import org.jspecify.annotations.NullMarked;
