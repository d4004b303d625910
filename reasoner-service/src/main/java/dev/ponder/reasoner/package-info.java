/**
 * Thinks. Work comes in by {@code intake}, one record a slot and only when {@code binding} has room; {@code path} drives shards
 * that {@code engine} knows, {@code steps} and {@code answer} make a chain of the text, {@code emission} sends chunks while it is
 * thought and one outcome at the end. Slots own their threads; a job runs on a virtual thread; tokens arrive on the shards'
 * connection threads, which never block. {@code wiring} puts the parts together.
 */
@NullMarked
package dev.ponder.reasoner;

import org.jspecify.annotations.NullMarked;
