/** How far thinking has come: what another holder of the work goes on from. */
@NullMarked
package dev.ponder.contracts.progress;

import org.jspecify.annotations.NullMarked;
