/**
 * The chain under a virtual clock: router, queue, reasoners and settlement run one step at a time in an order that a seed decides,
 * crash, stand still, are refused and repeat themselves, and what must always hold is looked at after every step. The parts that
 * decide are those that ship ({@code Routing}, {@code TaskWorker}, {@code LeaseKeeper}, whole sessions of {@code SettlementLoop}, turns of
 * the rescue); Kafka, its clients and the reasoner's slots are stand-ins, and say so. The same seed gives the same run.
 */
@NullMarked
package dev.ponder.simulation;

import org.jspecify.annotations.NullMarked;
