/** What went wrong, under codes that never change their meaning. */
@NullMarked
package dev.ponder.contracts.fault;

import org.jspecify.annotations.NullMarked;
