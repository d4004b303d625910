/** Tests of package {@code assembly}. */
@NullMarked
package dev.ponder.images.assembly;

import org.jspecify.annotations.NullMarked;
