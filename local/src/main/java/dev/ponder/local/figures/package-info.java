/** Figures as a file for programs, in the form that all benches write. */
@NullMarked
package dev.ponder.local.figures;

import org.jspecify.annotations.NullMarked;
