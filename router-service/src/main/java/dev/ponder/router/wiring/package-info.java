/** Puts the service together; decides nothing. */
@NullMarked
package dev.ponder.router.wiring;

import org.jspecify.annotations.NullMarked;
