package dev.ponder.router.settlement.relay;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;

/**
 * How settlement speaks to Kafka.
 *
 * @param kafka settings that all clients share, in Kafka's names: where the brokers are, how to log in
 * @param guarantee what readers of the results may rely on
 * @param group the consumer group
 * @param transactionalId this router's name in Kafka: the same after a restart, another for every other router
 * @param transactionTimeout how long a dead router's transaction may hold readers up
 * @param sessionTimeout after what silence a router's partitions go to another
 * @param maxPollRecords the largest batch
 * @param remember how long settled ids are remembered
 */
public record RelaySettings(
        Map<String, Object> kafka,
        Guarantee guarantee,
        String group,
        String transactionalId,
        Duration transactionTimeout,
        Duration sessionTimeout,
        int maxPollRecords,
        Duration remember) {

    public RelaySettings {
        kafka = Map.copyOf(kafka);
        requireNonNull(guarantee, "guarantee is null");
        requireNonNull(group, "group is null");
        requireNonNull(transactionalId, "transactionalId is null");
        requireNonNull(transactionTimeout, "transactionTimeout is null");
        requireNonNull(sessionTimeout, "sessionTimeout is null");
        requireNonNull(remember, "remember is null");
        if (maxPollRecords < 1) {
            throw new IllegalArgumentException("maxPollRecords is below 1: " + maxPollRecords);
        }
    }
}
