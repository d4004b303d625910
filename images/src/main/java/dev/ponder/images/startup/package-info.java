/**
 * Trains start-up caches: runs the whole platform once on the loopback, as it starts in its images.
 */
@NullMarked
package dev.ponder.images.startup;

import org.jspecify.annotations.NullMarked;
