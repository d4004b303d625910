/** The gRPC service, its streams, health and metrics pages. */
@NullMarked
package dev.ponder.triton.shard.server;

import org.jspecify.annotations.NullMarked;
