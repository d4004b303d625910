/**
 * The autoscaler: how many replicas each pool should have, said and done.
 *
 * <p>In comes what is known of a pool ({@link dev.ponder.autoscaler.pool}) from Kafka, from the metrics pages of reasoners and shards and
 * from the cluster, put together as one observation ({@link dev.ponder.autoscaler.observation}). The law of module {@code scaling} decides;
 * {@link dev.ponder.autoscaler.loop} takes the turns and writes each decision down. Out go replicas: by the scale sub-resource
 * ({@link dev.ponder.autoscaler.actuation}), or by KEDA, which asks {@link dev.ponder.autoscaler.serving} and is told at once when work
 * comes to a pool at rest.
 *
 * <p>Threads: each pool has one virtual thread that takes its turns and one that watches for waking; each call of KEDA has a virtual
 * thread; leader election has its own. They meet on the board of last decisions. {@link dev.ponder.autoscaler.health} tells the platform,
 * {@link dev.ponder.autoscaler.wiring} makes the parts.
 */
@NullMarked
package dev.ponder.autoscaler;

import org.jspecify.annotations.NullMarked;
