package dev.ponder.router.ingress;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.request.Origin;
import dev.ponder.contracts.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Reads where a request record lay and what came with it. Pure. */
final class RequestRecord {

    private static final int MOST_HEADERS = 64;

    private RequestRecord() {}

    /** The tenant of the record's topic; the default one where the topic names none that could be. */
    static Origin origin(ConsumerRecord<byte[], byte[]> record) {
        TenantId tenant = Topics.tenantOfRequests(record.topic()).orElse(TenantId.DEFAULT);
        return new Origin(
                tenant,
                record.topic(),
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                headers(record));
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            boolean room = headers.size() < MOST_HEADERS;
            if (room && header.value() != null) {
                String name = header.key().toLowerCase(Locale.ROOT);
                headers.put(name, new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return headers;
    }
}
