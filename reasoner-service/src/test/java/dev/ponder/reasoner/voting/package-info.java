@NullMarked
package dev.ponder.reasoner.voting;

import org.jspecify.annotations.NullMarked;
