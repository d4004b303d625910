package dev.ponder.contracts.deadletter;

import static java.util.Objects.requireNonNull;

import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.id.RequestKey;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The headers of a dead letter. Key, value and other headers are the record's own, byte for byte, so that it can be produced
 * again. Header names are those that Quarkus' Kafka connector uses for its dead letters, plus ours.
 *
 * @param key who asked, as far as could be told
 * @param fault why it could not be worked on
 * @param topic where the record lay
 * @param partition where the record lay
 * @param offset where the record lay
 */
public record DeadLetter(RequestKey key, Fault fault, String topic, int partition, long offset) {

    /** A sentence for people, without any content of the record. */
    public static final String REASON = "dead-letter-reason";
    /** The stable code. */
    public static final String CODE = "dead-letter-code";
    /** The field at fault. */
    public static final String FIELD = "dead-letter-field";
    /** The topic that the record lay in. */
    public static final String TOPIC = "dead-letter-topic";
    /** The partition that the record lay in. */
    public static final String PARTITION = "dead-letter-partition";
    /** The offset that the record lay at. */
    public static final String OFFSET = "dead-letter-offset";
    /** The request's id. */
    public static final String REQUEST_ID = "dead-letter-request-id";
    /** How many bytes a dead letter was too large with: key and value are left out, the record lies where the others say. */
    public static final String OMITTED_BYTES = "dead-letter-omitted-bytes";
    /** How many bytes the record's own headers were too large with: they are left out. */
    public static final String OMITTED_HEADER_BYTES = "dead-letter-omitted-header-bytes";
    /** On a replayed request: the place of the dead letter that it was, {@code topic-partition-offset}. */
    public static final String REPLAYED_FROM = "ponder-replayed-from";

    private static final String PREFIX = "dead-letter-";

    public DeadLetter {
        requireNonNull(key, "key is null");
        requireNonNull(fault, "fault is null");
        requireNonNull(topic, "topic is null");
    }

    /** Says whether a header is one of a dead letter's own, which no sender may set and no replay carries. */
    public static boolean isOwn(String header) {
        return header.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    }

    /** The headers to add, in reading order. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(REASON, fault.message());
        headers.put(CODE, fault.code().wire());
        if (fault.field() != null) {
            headers.put(FIELD, fault.field());
        }
        headers.put(TOPIC, topic);
        headers.put(PARTITION, Integer.toString(partition));
        headers.put(OFFSET, Long.toString(offset));
        headers.put(REQUEST_ID, key.id().value());
        return headers;
    }
}
