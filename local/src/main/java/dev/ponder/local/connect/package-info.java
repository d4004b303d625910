/**
 * How a command finds its Kafka: {@link dev.ponder.local.connect.ConnectOptions} on the command line,
 * {@link dev.ponder.local.connect.Cluster} for the clients.
 */
@NullMarked
package dev.ponder.local.connect;

import org.jspecify.annotations.NullMarked;
