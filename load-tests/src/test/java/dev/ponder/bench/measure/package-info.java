/** Tests of the measures. */
@NullMarked
package dev.ponder.bench.measure;

import org.jspecify.annotations.NullMarked;
