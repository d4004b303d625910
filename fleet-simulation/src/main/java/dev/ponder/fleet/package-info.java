/**
 * A fleet of simulated GPUs under a virtual clock: {@code demand} (who asks for what, and when), {@code gpu} (a first-order model of a
 * replica), {@code scaler} (who decides how many there are), {@code run} (events in the order of time, and what came of them). Nothing
 * here is a measurement of a GPU. Times are seconds of the virtual clock.
 */
@NullMarked
package dev.ponder.fleet;

import org.jspecify.annotations.NullMarked;
