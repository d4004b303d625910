package dev.ponder.contracts.request;

import static java.util.Objects.requireNonNull;

import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Where a request record lay and what came with it.
 *
 * @param tenant whose topic it is
 * @param appendedAt when Kafka took it
 * @param headers the record's headers as UTF-8 text, names in lower case
 * @param garbled names of headers that are no UTF-8: their text stands for other bytes too
 */
public record Origin(
        TenantId tenant,
        String topic,
        int partition,
        long offset,
        Instant appendedAt,
        Map<String, String> headers,
        Set<String> garbled) {

    public Origin {
        requireNonNull(tenant, "tenant is null");
        requireNonNull(topic, "topic is null");
        requireNonNull(appendedAt, "appendedAt is null");
        headers = Map.copyOf(headers);
        garbled = Set.copyOf(garbled);
    }

    /** A record all of whose headers are UTF-8. */
    public Origin(
            TenantId tenant,
            String topic,
            int partition,
            long offset,
            Instant appendedAt,
            Map<String, String> headers) {
        this(tenant, topic, partition, offset, appendedAt, headers, Set.of());
    }

    /** The id of a request that brings none. */
    RequestId placeId() {
        return RequestId.ofRecord(topic, partition, offset);
    }

    /** A header's text, or an empty one. */
    String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
