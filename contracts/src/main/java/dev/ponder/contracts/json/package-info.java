/** The one JSON dialect of the wire. */
@NullMarked
package dev.ponder.contracts.json;

import org.jspecify.annotations.NullMarked;
