/** The work record that a reasoner pulls. */
@NullMarked
package dev.ponder.contracts.work;

import org.jspecify.annotations.NullMarked;
