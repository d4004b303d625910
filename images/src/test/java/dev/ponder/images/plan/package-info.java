/** Tests of package {@code plan}. */
@NullMarked
package dev.ponder.images.plan;

import org.jspecify.annotations.NullMarked;
