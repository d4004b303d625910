/** What is known of a pool: each source behind a port that answers or says why it does not, and one observation made of all. */
@NullMarked
package dev.ponder.autoscaler.observation;

import org.jspecify.annotations.NullMarked;
