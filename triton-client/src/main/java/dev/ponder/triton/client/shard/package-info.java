/** One Triton server over gRPC. */
@NullMarked
package dev.ponder.triton.client.shard;

import org.jspecify.annotations.NullMarked;
