package dev.ponder.local.deadletters;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Whether a letter may be asked again. */
sealed interface Replay {

    /**
     * It may.
     *
     * @param topic the request topic
     * @param headers the sender's own, and where the replay comes from
     * @param remark what the operator should know, if anything
     */
    record Ready(
            Place from,
            String topic,
            @Nullable Bytes key,
            @Nullable Bytes value,
            List<Header> headers,
            Optional<String> remark)
            implements Replay {

        public Ready {
            requireNonNull(from, "from is null");
            requireNonNull(topic, "topic is null");
            headers = List.copyOf(headers);
        }
    }

    /** It may not; the sentence says why and what to do instead. */
    record Refused(Place from, String why) implements Replay {

        public Refused {
            requireNonNull(from, "from is null");
            requireNonNull(why, "why is null");
        }
    }
}
