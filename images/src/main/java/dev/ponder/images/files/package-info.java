/**
 * What lies in an image, layer by layer.
 */
@NullMarked
package dev.ponder.images.files;

import org.jspecify.annotations.NullMarked;
