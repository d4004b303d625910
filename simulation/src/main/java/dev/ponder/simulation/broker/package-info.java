/**
 * Kafka as the chain sees it, in memory: logs, consumer and share groups, transactions with markers that arrive one by one. What a crash
 * of Kafka itself could do is left out.
 */
@NullMarked
package dev.ponder.simulation.broker;

import org.jspecify.annotations.NullMarked;
