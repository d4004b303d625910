/** The topics of the house: names, partition counts, clean-up. */
@NullMarked
package dev.ponder.contracts.topic;

import org.jspecify.annotations.NullMarked;
