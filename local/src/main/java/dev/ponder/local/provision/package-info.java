/** Lays what an installation needs on a Kafka: topics and the reasoners' share group. */
@NullMarked
package dev.ponder.local.provision;

import org.jspecify.annotations.NullMarked;
