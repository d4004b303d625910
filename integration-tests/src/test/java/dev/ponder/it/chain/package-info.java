/** The whole chain, as the very jars that ship. */
@NullMarked
package dev.ponder.it.chain;

import org.jspecify.annotations.NullMarked;
