/** What the autoscaler says of itself to whoever starts and restarts it. */
@NullMarked
package dev.ponder.autoscaler.health;

import org.jspecify.annotations.NullMarked;
