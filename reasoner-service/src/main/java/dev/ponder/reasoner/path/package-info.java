/** Compute paths: how a question is thought about. */
@NullMarked
package dev.ponder.reasoner.path;

import org.jspecify.annotations.NullMarked;
