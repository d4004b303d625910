package dev.ponder.router.ingress;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.request.Origin;
import dev.ponder.contracts.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Reads where a request record lay and what came with it. Pure. */
final class RequestRecord {

    private static final int MOST_HEADERS = 64;

    private RequestRecord() {}

    /** The tenant of the record's topic; the default one where the topic names none that could be. */
    static Origin origin(ConsumerRecord<byte[], byte[]> record) {
        TenantId tenant = Topics.tenantOfRequests(record.topic()).orElse(TenantId.DEFAULT);
        Map<String, String> headers = new HashMap<>();
        Set<String> garbled = new HashSet<>();
        for (Header header : record.headers()) {
            boolean room = headers.size() < MOST_HEADERS;
            byte[] value = header.value();
            if (room && value != null) {
                String name = header.key().toLowerCase(Locale.ROOT);
                String text = new String(value, StandardCharsets.UTF_8);
                headers.put(name, text);
                note(name, Arrays.equals(text.getBytes(StandardCharsets.UTF_8), value), garbled);
            }
        }
        return new Origin(
                tenant,
                record.topic(),
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                headers,
                garbled);
    }

    /** Of headers of one name the last counts. */
    private static void note(String name, boolean whole, Set<String> garbled) {
        if (whole) {
            garbled.remove(name);
        } else {
            garbled.add(name);
        }
    }
}
