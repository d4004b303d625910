package dev.ponder.local.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.ponder.contracts.deadletter.DeadLetter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as it lies on its topic. Every part of it may be missing, binary or hostile.
 *
 * @param at the record's time
 */
record Letter(
        Place place,
        Instant at,
        @Nullable Bytes key,
        @Nullable Bytes value,
        List<Header> headers) {

    Letter {
        requireNonNull(place, "place is null");
        requireNonNull(at, "at is null");
        headers = List.copyOf(headers);
    }

    /** The last header of that name as text; what is no UTF-8 in it becomes U+FFFD. */
    Optional<String> text(String name) {
        return headers.reversed().stream()
                .filter(header -> header.key().equals(name) && header.value() != null)
                .findFirst()
                .map(header -> new String(header.value(), UTF_8));
    }

    /** The stable code of why it is here. */
    Optional<String> code() {
        return text(DeadLetter.CODE);
    }

    /** Where the record lay, {@code topic-partition-offset}, as far as the letter says. */
    Optional<String> origin() {
        return text(DeadLetter.TOPIC)
                .map(topic -> topic + "-" + text(DeadLetter.PARTITION).orElse("?") + "-"
                        + text(DeadLetter.OFFSET).orElse("?"));
    }

    /** Bytes of key and value. */
    long bytes() {
        return (long) size(key) + size(value);
    }

    static int size(@Nullable Bytes bytes) {
        return bytes == null ? 0 : bytes.get().length;
    }
}
