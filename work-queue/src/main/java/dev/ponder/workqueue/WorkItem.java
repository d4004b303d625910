package dev.ponder.workqueue;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One record to work on; its bytes mean nothing to the queue.
 *
 * @param ref where it stands
 * @param key its key, empty if it has none
 * @param value its value; a record without one counts as zero bytes
 * @param headers its headers in their order, names may repeat
 * @param appendedAt its timestamp
 * @param deliveryCount 1 at the first delivery; a consumer group counts what its members have committed of it
 * @param countIsWhole whether the count goes back to when the record was appended: a broker that restarts forgets
 */
public record WorkItem(
        WorkRef ref,
        Payload key,
        Payload value,
        List<WorkHeader> headers,
        Instant appendedAt,
        int deliveryCount,
        boolean countIsWhole) {

    public WorkItem {
        requireNonNull(ref, "ref is null");
        requireNonNull(key, "key is null");
        requireNonNull(value, "value is null");
        headers = List.copyOf(headers);
        requireNonNull(appendedAt, "appendedAt is null");
        if (deliveryCount < 1) {
            throw new IllegalArgumentException("deliveryCount is below 1: " + deliveryCount);
        }
    }

    /** A record of which all deliveries were counted. */
    public WorkItem(
            WorkRef ref, Payload key, Payload value, List<WorkHeader> headers, Instant appendedAt, int deliveryCount) {
        this(ref, key, value, headers, appendedAt, deliveryCount, true);
    }

    /** The same record at another try. */
    public WorkItem delivered(int count) {
        return new WorkItem(ref, key, value, headers, appendedAt, count, countIsWhole);
    }

    /** The same record as a broker gave it that has counted since a moment. */
    public WorkItem countedSince(Instant moment) {
        boolean whole = !appendedAt.isBefore(moment);
        return new WorkItem(ref, key, value, headers, appendedAt, deliveryCount, whole);
    }

    /** Whether somebody may have had it before. */
    public boolean mayHaveComeBefore() {
        return deliveryCount > 1 || !countIsWhole;
    }

    /** Finds the last header of a name, the one that counts in Kafka. */
    public Optional<Payload> header(String name) {
        return headers.reversed().stream()
                .filter(header -> header.name().equals(name))
                .map(WorkHeader::value)
                .findFirst();
    }
}
