/**
 * Toy models as a real Triton server's python backend serves them in its conformance tests: their words are their tokens, and
 * commands such as {@code !mid-error} make them fail. They are what lets the same case run against this server and a real one.
 */
@NullMarked
package dev.ponder.triton.shard.toy;

import org.jspecify.annotations.NullMarked;
