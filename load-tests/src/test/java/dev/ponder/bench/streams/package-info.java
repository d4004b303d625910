/** How the streams that count are told from those that don't. */
@NullMarked
package dev.ponder.bench.streams;

import org.jspecify.annotations.NullMarked;
