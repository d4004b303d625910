/** Mutual TLS of gRPC channels from files that may be renewed while they are used. */
@NullMarked
package dev.ponder.tls;

import org.jspecify.annotations.NullMarked;
