/** What could not be worked on, kept for operators with its reason. */
@NullMarked
package dev.ponder.contracts.deadletter;

import org.jspecify.annotations.NullMarked;
