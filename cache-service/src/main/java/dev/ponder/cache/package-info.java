/**
 * The cache: what was thought before, told again only if it is proven to answer what is asked.
 *
 * <p>In come learned chains ({@code reasoning.chains}, {@link dev.ponder.cache.intake}), read as lessons
 * ({@link dev.ponder.cache.learning}) into a file that also holds how far the topic was read
 * ({@link dev.ponder.cache.storage}), bounded by {@link dev.ponder.cache.retention}. In come questions by gRPC
 * ({@link dev.ponder.cache.serving}), read and checked ({@link dev.ponder.cache.keys}), found and proven
 * ({@link dev.ponder.cache.lookup}). Out go hits and misses, nothing else; the service writes to no topic.
 *
 * <p>Threads: one worker thread learns, batch by batch; the consumer's polling thread seeks; each lookup has a virtual thread.
 * They meet in the store, whose readers never wait and whose writers take turns. {@link dev.ponder.cache.health} tells the
 * platform, {@link dev.ponder.cache.wiring} makes the parts.
 */
@NullMarked
package dev.ponder.cache;

import org.jspecify.annotations.NullMarked;
