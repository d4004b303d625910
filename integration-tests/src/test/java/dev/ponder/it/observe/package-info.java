/** A stack that is looked at. */
@NullMarked
package dev.ponder.it.observe;

import org.jspecify.annotations.NullMarked;
