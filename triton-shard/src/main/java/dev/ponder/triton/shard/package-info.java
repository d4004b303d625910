/**
 * A server that speaks the Triton protocol, for houses without a GPU. A request comes in over {@code server}, is held against
 * its {@code model}, is answered by a {@code brain} with a script of tokens, and an {@code engine} plays the script at the pace
 * of a simulated GPU. It says that it is simulated in its metadata, metrics and first line.
 */
@NullMarked
package dev.ponder.triton.shard;

import org.jspecify.annotations.NullMarked;
