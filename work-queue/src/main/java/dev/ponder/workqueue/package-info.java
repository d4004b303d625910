/**
 * Long jobs out of Kafka. A {@link dev.ponder.workqueue.WorkQueue} runs a fixed number of slots over the topics of its
 * {@link dev.ponder.workqueue.WorkLane}s; a free slot asks the {@link dev.ponder.workqueue.RoomGate} for room, takes one record and
 * calls the {@link dev.ponder.workqueue.Worker}, whose {@link dev.ponder.workqueue.Verdict} settles the record.
 *
 * <p>{@code slot} holds what both adapters share: who polls, how one job is watched, how the queue drains. {@code share} drives a
 * share group (brokers from 4.2 on), {@code group} a consumer group with gap-safe commits (older brokers), {@code check} refuses
 * topics and groups that would lose or stall work. Threads: one per slot, one per running job, and one that fetches in
 * {@code group}; each is owned by a class that ends in {@code Loop} or {@code Run}.
 */
@NullMarked
package dev.ponder.workqueue;

import org.jspecify.annotations.NullMarked;
