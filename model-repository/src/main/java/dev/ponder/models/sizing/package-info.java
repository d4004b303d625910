/** Weights, cache and what is left: laws without side effects. */
@NullMarked
package dev.ponder.models.sizing;

import org.jspecify.annotations.NullMarked;
