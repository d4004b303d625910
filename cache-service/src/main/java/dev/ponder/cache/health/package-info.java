/** What the cache says of itself to whoever starts, restarts and calls it. */
@NullMarked
package dev.ponder.cache.health;

import org.jspecify.annotations.NullMarked;
