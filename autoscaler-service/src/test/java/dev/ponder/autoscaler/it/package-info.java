/** Tests on a real broker, by real clients, and on a real API server where one is given. */
@NullMarked
package dev.ponder.autoscaler.it;

import org.jspecify.annotations.NullMarked;
