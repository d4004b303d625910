/** Reads what an earlier holder of a job has left on the progress topic. */
@NullMarked
package dev.ponder.reasoner.recall;

import org.jspecify.annotations.NullMarked;
