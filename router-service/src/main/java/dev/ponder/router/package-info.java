/** The router. */
@NullMarked
package dev.ponder.router;

import org.jspecify.annotations.NullMarked;
