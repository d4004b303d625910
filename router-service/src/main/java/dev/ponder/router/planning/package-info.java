/** Which path, pool and class. Pure. */
@NullMarked
package dev.ponder.router.planning;

import org.jspecify.annotations.NullMarked;
