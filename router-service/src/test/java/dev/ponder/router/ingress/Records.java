package dev.ponder.router.ingress;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ponder.router.Requests;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Records as the consumer brings them. */
public final class Records {

    static final byte[] KEY = "k".getBytes(UTF_8);

    private Records() {}

    public static ConsumerRecord<byte[], byte[]> record(String topic, String value) {
        byte[] body = value.getBytes(UTF_8);
        return new ConsumerRecord<>(
                topic,
                2,
                41,
                Requests.NOW.toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                KEY.length,
                body.length,
                KEY,
                body,
                new RecordHeaders(),
                Optional.empty());
    }
}
