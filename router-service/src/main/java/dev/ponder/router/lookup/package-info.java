/** Asking the cache, which may be slow or gone without harm. */
@NullMarked
package dev.ponder.router.lookup;

import org.jspecify.annotations.NullMarked;
