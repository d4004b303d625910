/**
 * One result per request: outcomes of attempts come in from {@code reasoning.outcomes}, and for each (tenant, request id) the
 * first is priced and published to the tenant's results, taught to {@code reasoning.chains} where the cache may learn it, and
 * remembered in {@code reasoning.register}; later ones are counted and dropped, unreadable ones become dead letters. All of that
 * goes out in one Kafka transaction with the offsets read, by one thread. What is decided stands in
 * {@link dev.ponder.router.settlement.decision}, what is remembered in {@link dev.ponder.router.settlement.register}, how it
 * travels in {@link dev.ponder.router.settlement.relay}; why it is a loop of our own is told in
 * {@code docs/decisions/0003-settlement-loop.md}.
 */
@NullMarked
package dev.ponder.router.settlement;

import org.jspecify.annotations.NullMarked;
