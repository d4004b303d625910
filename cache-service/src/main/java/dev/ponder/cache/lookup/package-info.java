/** Finding an answer and proving it before it is told. */
@NullMarked
package dev.ponder.cache.lookup;

import org.jspecify.annotations.NullMarked;
