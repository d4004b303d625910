/** What names a question, read from outside and checked. */
@NullMarked
package dev.ponder.cache.keys;

import org.jspecify.annotations.NullMarked;
