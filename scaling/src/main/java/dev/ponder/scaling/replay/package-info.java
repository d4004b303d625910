/** The laws of a log, asked again: whether they still say what they said. */
@NullMarked
package dev.ponder.scaling.replay;

import org.jspecify.annotations.NullMarked;
