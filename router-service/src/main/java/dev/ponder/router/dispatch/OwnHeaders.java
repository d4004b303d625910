package dev.ponder.router.dispatch;

import dev.ponder.contracts.deadletter.DeadLetter;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * What a record's sender said in headers, as a dead letter carries it, so that a replay means the same. Pure.
 */
final class OwnHeaders {

    /** What {@code max-dead-letter-bytes} leaves free below the topics' limit, less room for the letter's own headers. */
    private static final int MOST_BYTES = 32 * 1024;

    private OwnHeaders() {}

    /** The headers as they came, without those that only a dead letter may have; none where they are too large. */
    static Headers of(Headers came) {
        Headers kept = new RecordHeaders();
        long bytes = 0;
        for (Header header : came) {
            if (!DeadLetter.isOwn(header.key())) {
                kept.add(header);
                bytes += size(header);
            }
        }
        return bytes <= MOST_BYTES ? kept : leftOut(bytes);
    }

    private static Headers leftOut(long bytes) {
        byte[] said = Long.toString(bytes).getBytes(StandardCharsets.UTF_8);
        return new RecordHeaders().add(DeadLetter.OMITTED_HEADER_BYTES, said);
    }

    private static long size(Header header) {
        long value = header.value() == null ? 0 : header.value().length;
        return header.key().getBytes(StandardCharsets.UTF_8).length + value;
    }
}
