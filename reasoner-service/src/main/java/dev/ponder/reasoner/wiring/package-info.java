/** Puts the service together; decides nothing. */
@NullMarked
package dev.ponder.reasoner.wiring;

import org.jspecify.annotations.NullMarked;
