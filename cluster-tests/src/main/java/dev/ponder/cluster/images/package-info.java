/** Checks of the images as they are made, and of {@code deploy/compose.yaml} on a real container engine where one answers. */
@NullMarked
package dev.ponder.cluster.images;

import org.jspecify.annotations.NullMarked;
