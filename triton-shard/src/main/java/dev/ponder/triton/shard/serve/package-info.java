/** What answers for a model, and where its answers go: the seam between a server's calls and its models. */
@NullMarked
package dev.ponder.triton.shard.serve;

import org.jspecify.annotations.NullMarked;
