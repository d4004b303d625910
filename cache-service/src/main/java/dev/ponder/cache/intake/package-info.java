/** Kafka's side: hearing the chains topic, starting where the store is, and finding out where the topic ends. */
@NullMarked
package dev.ponder.cache.intake;

import org.jspecify.annotations.NullMarked;
