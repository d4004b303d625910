/** What all tests of the cache share. */
@NullMarked
package dev.ponder.cache;

import org.jspecify.annotations.NullMarked;
