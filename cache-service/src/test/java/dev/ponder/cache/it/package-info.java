/** The built service as a process, on a real broker, asked by a real gRPC client. */
@NullMarked
package dev.ponder.cache.it;

import org.jspecify.annotations.NullMarked;
