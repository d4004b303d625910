/** The shards that this reasoner drives. */
@NullMarked
package dev.ponder.reasoner.engine;

import org.jspecify.annotations.NullMarked;
