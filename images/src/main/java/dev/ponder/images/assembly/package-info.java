/**
 * Puts layers on a base image.
 */
@NullMarked
package dev.ponder.images.assembly;

import org.jspecify.annotations.NullMarked;
