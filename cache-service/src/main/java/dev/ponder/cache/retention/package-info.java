/** What is kept and what goes: a bound on entries, and on age if one is set. */
@NullMarked
package dev.ponder.cache.retention;

import org.jspecify.annotations.NullMarked;
