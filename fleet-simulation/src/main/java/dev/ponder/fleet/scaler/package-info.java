/** Who says how many replicas there are: the law that ships, and those of others after what they published. */
@NullMarked
package dev.ponder.fleet.scaler;

import org.jspecify.annotations.NullMarked;
