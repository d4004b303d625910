/** The one place where parts are made and joined. */
@NullMarked
package dev.ponder.autoscaler.wiring;

import org.jspecify.annotations.NullMarked;
