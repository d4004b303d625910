/** Tests of what lies in an image. */
@NullMarked
package dev.ponder.images.files;

import org.jspecify.annotations.NullMarked;
