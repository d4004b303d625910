/** How many replicas there should be, and why: one pure policy a reason, and a law that weighs them and guards what they ask for. */
@NullMarked
package dev.ponder.scaling.decision;

import org.jspecify.annotations.NullMarked;
